import { refreshMe } from '#components/me';
import { apiFetch, jsonRequest } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';
import type { CardKind } from '#lib/review-schedule';

/** False when it could not be stored, so that the page can say so. */
export async function suspendCard(kind: CardKind, item: string, suspended: boolean, owner: string): Promise<boolean> {
  const request = forLearner(owner, jsonRequest('PUT', { kind, item, suspended }));
  const answer = await apiFetch('/api/review/cards', request);
  // Another has signed in meanwhile: the page has to know whom it shows.
  if (!answer.ok && answer.problem.code === 'other-learner') await refreshMe();
  return answer.ok;
}
