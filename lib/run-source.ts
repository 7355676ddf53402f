import { apiCall, jsonRequest, type Problem } from './api-call.ts';
import { runOutcomeSchema, type RunOutcome } from './verdict.ts';

export type RunRequest = { language: 'typescript' | 'sql'; source: string; database?: string };

/** How running a piece of a lesson ended; `problem` when it was not run at all. */
export type RunAnswer = { type: 'outcome'; outcome: RunOutcome } | { type: 'problem'; problem: Problem };

const attemptsMax = 4;
const retryAfterMsMin = 500;

/** Runs a source on its own, again where our side was busy. Rejects only when `signal` is aborted. */
export async function runSource(request: RunRequest, signal: AbortSignal): Promise<RunAnswer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await apiCall(runOutcomeSchema, '/api/runs', { ...jsonRequest('POST', request), signal });
    if (!answer.ok) return { type: 'problem', problem: answer.problem };
    const outcome = answer.value;
    if (outcome.status !== 'unavailable' || attempt === attemptsMax) return { type: 'outcome', outcome };
    await new Promise((resolve) => setTimeout(resolve, Math.max(outcome.retryAfterMs, retryAfterMsMin)));
    signal.throwIfAborted();
  }
}
