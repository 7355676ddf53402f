import { EventSourceParserStream } from 'eventsource-parser/stream';
import './zod-without-eval.ts';
import { z } from 'zod';
import { apiCall, apiFetch, jsonRequest, type Problem } from './api-call.ts';
import { forLearner, nobodyYet } from './for-learner.ts';
import type { MockPlace } from './mock-clock.ts';
import {
  gradingEventSchema,
  verdictSchema,
  type GradingEvent,
  type GradingMode,
  type LearnerFiles,
} from './verdict.ts';

export type GradingRequest = {
  exercise: string;
  files: LearnerFiles;
  mode: GradingMode;
  /** With a key it is taken once, however often it is sent. */
  key?: string;
  /** The part of a mock interview in which it is made. */
  mock?: MockPlace;
  /** Whose work it is; the server refuses it as anybody else's. */
  owner?: string;
};

/** What a page can show while its code is graded. The last update is a `verdict` or `refused`. */
export type GradingUpdate =
  | GradingEvent
  | { type: 'sending' }
  /** Our side could not grade; the same code is sent again after `retryAfterMs`. */
  | { type: 'waiting'; message: string; retryAfterMs: number }
  /** The stream broke after the submission was stored; its verdict is being asked for. */
  | { type: 'recovering' }
  | { type: 'refused'; problem: Problem };

export type Wait = (durationMs: number, signal: AbortSignal) => Promise<void>;

/** Six tries with the server's own delays cover a restart of the sandbox; after that a person decides. */
const attemptsMax = 6;
const answerMsMax = 30_000;
const retryAfterMsMin = 500;
const pollIntervalMs = 1000;
const pollsMax = 90;
const streamEndMsMax = 2000;

/** Sends code to be graded and yields what happens until there is a verdict. Rejects only when `signal` is aborted. */
export async function* gradingUpdates(
  request: GradingRequest,
  signal: AbortSignal,
  wait: Wait = waitFor,
): AsyncGenerator<GradingUpdate> {
  for (let attempt = 1; ; attempt++) {
    let retry: { message: string; retryAfterMs: number } | null = null;
    for await (const update of gradeOnce(request, signal, wait)) {
      if (update.type === 'verdict' && update.verdict.status === 'unavailable' && attempt < attemptsMax) {
        retry = update.verdict;
        break;
      }
      yield update;
    }
    if (!retry) return;
    const retryAfterMs = Math.max(retry.retryAfterMs, retryAfterMsMin);
    yield { type: 'waiting', message: retry.message, retryAfterMs };
    await wait(retryAfterMs, signal);
  }
}

async function* gradeOnce(
  { owner = nobodyYet, ...request }: GradingRequest,
  signal: AbortSignal,
  wait: Wait,
): AsyncGenerator<GradingUpdate> {
  yield { type: 'sending' };
  // The answer begins at once, also where grading takes long; only that is waited for.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new DOMException('no answer', 'TimeoutError')), answerMsMax);
  const init = { ...jsonRequest('POST', request), signal: AbortSignal.any([signal, patience.signal]) };
  const answer = await apiFetch('/api/submissions', forLearner(owner, init)).finally(() => clearTimeout(timer));
  if (!answer.ok) {
    yield { type: 'refused', problem: answer.problem };
    return;
  }
  let submission: string | null = null;
  const events = gradingEvents(answer.value);
  for (;;) {
    const event = await nextOrNull(events, signal);
    if (!event) break;
    if (event.type === 'stored') submission = event.submission;
    yield event;
    if (event.type === 'verdict') {
      // The server ends the stream once it would take the next run; a run sent before that is refused.
      await Promise.race([nextOrNull(events, signal), wait(streamEndMsMax, signal)]);
      return;
    }
  }
  if (submission === null) {
    yield { type: 'refused', problem: { code: 'dropped', status: 0, detail: '', retryAfterMs: null, body: undefined } };
    return;
  }
  yield { type: 'recovering' };
  yield await storedVerdict(submission, signal, wait);
}

/** The events of one response, each checked. Throws on one that is not ours. */
async function* gradingEvents(response: Response): AsyncGenerator<GradingEvent> {
  const reader = response.body
    ?.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  if (!reader) return;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      yield gradingEventSchema.parse(JSON.parse(part.value.data));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A broken stream and an event we cannot read mean the same to the reader: no more news on this way. */
async function nextOrNull(events: AsyncGenerator<GradingEvent>, signal: AbortSignal): Promise<GradingEvent | null> {
  try {
    const next = await events.next();
    return next.done ? null : next.value;
  } catch (cause) {
    if (signal.aborted) throw cause;
    console.warn('The grading stream ended early.', cause);
    return null;
  }
}

const storedSchema = z.object({ status: z.enum(['open', 'closed']), verdict: verdictSchema.nullable() });

async function storedVerdict(id: string, signal: AbortSignal, wait: Wait): Promise<GradingUpdate> {
  let problem: Problem = { code: 'dropped', status: 0, detail: '', retryAfterMs: null, body: undefined };
  for (let poll = 0; poll < pollsMax; poll++) {
    await wait(pollIntervalMs, signal);
    const answer = await apiCall(storedSchema, `/api/submissions/${id}`, { signal });
    if (answer.ok && answer.value.verdict) return { type: 'verdict', verdict: answer.value.verdict };
    if (answer.ok) continue;
    problem = answer.problem;
    if (problem.code === 'outdated') break;
    if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) break;
  }
  return { type: 'refused', problem };
}

function waitFor(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, durationMs);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
