import { apiCall, jsonRequest, type Problem } from './api-call.ts';
import { runOutcomeSchema, type Exchange, type LearnerFiles, type RunOutcome } from './verdict.ts';

export type RunRequest = { language: 'typescript' | 'python' | 'sql'; source: string; database?: string };

/** One request to a learner's service, as it is sent. */
export type SentRequest = Exchange['request'];

/** How running a piece of a lesson ended; `problem` when it was not run at all. */
export type RunAnswer = { type: 'outcome'; outcome: RunOutcome } | { type: 'problem'; problem: Problem };

const attemptsMax = 4;
const retryAfterMsMin = 500;

/** Runs a source on its own, again where our side was busy. Rejects only when `signal` is aborted. */
export function runSource(request: RunRequest, signal: AbortSignal): Promise<RunAnswer> {
  return outcomeOf('/api/runs', request, signal);
}

/** Starts the learner's service anew and sends it `requests` one after another. Rejects only when `signal` is aborted. */
export function sendRequests(
  sent: { exercise: string; files: LearnerFiles; requests: SentRequest[] },
  signal: AbortSignal,
): Promise<RunAnswer> {
  return outcomeOf('/api/requests', sent, signal);
}

async function outcomeOf(path: string, body: unknown, signal: AbortSignal): Promise<RunAnswer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await apiCall(runOutcomeSchema, path, { ...jsonRequest('POST', body), signal });
    if (!answer.ok) return { type: 'problem', problem: answer.problem };
    const outcome = answer.value;
    if (outcome.status !== 'unavailable' || attempt === attemptsMax) return { type: 'outcome', outcome };
    await new Promise((resolve) => setTimeout(resolve, Math.max(outcome.retryAfterMs, retryAfterMsMin)));
    signal.throwIfAborted();
  }
}
