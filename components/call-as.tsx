import { apiCall, apiFetch, type Answer, type Expected } from '#lib/api-call';
import { forLearner } from '#lib/for-learner';
import { refreshMe } from './me.tsx';

/** `apiCall` for what is `owner`'s: the server refuses it when somebody else is signed in by now. */
export async function callAs<Value>(
  owner: string,
  expected: Expected<Value>,
  path: string,
  init: RequestInit,
): Promise<Answer<Value>> {
  return heard(await apiCall(expected, path, forLearner(owner, init)));
}

/** `apiFetch` for what is `owner`'s. */
export async function fetchAs(owner: string, path: string, init: RequestInit): Promise<Answer<Response>> {
  return heard(await apiFetch(path, forLearner(owner, init)));
}

/** Another has signed in meanwhile, or the guest has become an account: the page has to know whom it shows. */
async function heard<Value>(answer: Answer<Value>): Promise<Answer<Value>> {
  if (!answer.ok && answer.problem.code === 'other-learner') await refreshMe();
  return answer;
}
