import type { Problem } from '../api-call.ts';
import { actingFetch } from '../acting-fetch.ts';
import { forLearner } from '../for-learner.ts';
import type { Letter, Sent, Work } from './letter.ts';

/** Sends one letter to the server, as its owner's. */
export async function sendLetter(letter: Letter): Promise<Sent> {
  const { work, owner, key } = letter;
  if (work.kind === 'submission') return sendSubmission(work, owner, key);
  const response = await actingFetch(...requestOf({ ...letter, work })).catch(() => null);
  if (!response) return { type: 'later', retryAfterMs: null, isOffline: true };
  if (response.ok) return { type: 'done', verdict: null };
  const { problemOf } = await import('../api-call.ts');
  return sentOf(await problemOf(response));
}

async function sendSubmission(work: Work & { kind: 'submission' }, owner: string, key: string): Promise<Sent> {
  const { gradingUpdates } = await import('../grading-stream.ts');
  const { exercise, files, mock } = work;
  const request = { exercise, files, mode: 'submit', key, owner, ...(mock && { mock }) } as const;
  for await (const update of gradingUpdates(request, new AbortController().signal)) {
    if (update.type === 'refused') return sentOf(update.problem);
    if (update.type !== 'verdict') continue;
    const { verdict } = update;
    if (verdict.status === 'unavailable')
      return { type: 'later', retryAfterMs: verdict.retryAfterMs, isOffline: false };
    return { type: 'done', verdict };
  }
  return { type: 'later', retryAfterMs: null, isOffline: true };
}

/** What a refusal means for work that can wait. */
export function sentOf(problem: Problem): Sent {
  const { code, status, retryAfterMs } = problem;
  if (code === 'other-learner') return { type: 'sign-in' };
  if (code === 'offline' || code === 'dropped') return { type: 'later', retryAfterMs, isOffline: true };
  const isPassing = status >= 500 || status === 429 || code === 'already-grading' || code === 'outdated';
  return isPassing ? { type: 'later', retryAfterMs, isOffline: false } : { type: 'refused', problem };
}

type Simple = Exclude<Work, { kind: 'submission' }>;

/** The request that tells the server of it. What is scheduled by says how long ago it was, by this device's own clock. */
export function requestOf({ work, owner, key, atMs }: Pick<Letter, 'owner' | 'key' | 'atMs'> & { work: Simple }) {
  const [method, path, body] = partsOf(work, { key, ageMs: Math.max(0, Date.now() - atMs) });
  const headers = { 'content-type': 'application/json' };
  return [path, forLearner(owner, { method, headers, body: JSON.stringify(body) })] as const;
}

function partsOf(work: Simple, { key, ageMs }: { key: string; ageMs: number }): [string, string, object] {
  switch (work.kind) {
    case 'lesson':
      return ['PUT', `/api/lessons/${work.lesson}`, { done: work.done }];
    case 'check':
      return ['POST', `/api/lessons/${work.lesson}/checks`, { check: work.check, correct: work.correct, ageMs, key }];
    case 'rating':
      return ['POST', '/api/review/ratings', { ...rated(work), ageMs, key }];
  }
}

const rated = ({ question, rating, reps }: Work & { kind: 'rating' }) => ({ question, rating, reps });
