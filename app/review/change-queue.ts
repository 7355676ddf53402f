import '#lib/zod-without-eval';
import { z } from 'zod';
import { assumeMe, refreshMe } from '#components/me';
import { apiCall, jsonRequest } from '#lib/api-call';

const queueSchema = z.object({ queued: z.array(z.string()) });

/** Puts a question or a theme into the review queue, or takes it out. False when that could not be stored. */
export async function changeQueue(of: { question: string } | { theme: string }, queued: boolean): Promise<boolean> {
  const answer = await apiCall(queueSchema, '/api/review/questions', jsonRequest('PUT', { ...of, queued }));
  if (!answer.ok) return false;
  assumeMe((me) => ({ ...me, inReview: answer.value.queued }));
  await refreshMe();
  return true;
}
