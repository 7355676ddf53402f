import '#lib/zod-without-eval';
import { z } from 'zod';
import { callAs } from '#components/call-as';
import { assumeMe, ownerNow, refreshMe } from '#components/me';
import { jsonRequest } from '#lib/api-call';

const queueSchema = z.object({ queued: z.array(z.string()) });

/** Puts a question or a theme into the review queue, or takes it out. False when that could not be stored. */
export async function changeQueue(of: { question: string } | { theme: string }, queued: boolean): Promise<boolean> {
  // What is in the queue and what is not was shown of this learner.
  const request = jsonRequest('PUT', { ...of, queued });
  const answer = await callAs(ownerNow().id, queueSchema, '/api/review/questions', request);
  if (!answer.ok) return false;
  assumeMe((me) => ({ ...me, inReview: answer.value.queued }));
  await refreshMe();
  return true;
}
