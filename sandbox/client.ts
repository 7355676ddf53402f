import http from 'node:http';
import https from 'node:https';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { environment } from '#lib/env';
import { faultOf } from '#lib/fault';
import { gradingEventSchema, runOutcomeSchema, type GradingEvent, type RunOutcome, type Verdict } from '#lib/verdict';
import { unavailableMessages } from './messages.ts';
import { runningSandbox } from './start.ts';
import {
  authorizationOf,
  healthSchema,
  readinessSchema,
  type GradeRequest,
  type Health,
  type Readiness,
  type RunRequest,
  type SendRequest,
} from './wire.ts';

export type SandboxHealth = { state: 'ready'; health: Health } | { state: 'starting' | 'down' };

type Unavailable = Extract<Verdict, { status: 'unavailable' }>;

/** A sandbox that is starting needs a second or two; who asks in between waits rather than being sent away. */
const startPatienceMs = 5000;
const retryAfterMs = 2000;
const healthMsMax = 5000;
/** The end of a process is reported to its parent within this, also on a busy machine. */
const noticeMs = 200;

let turn = 0;

/**
 * Grades one submission: events as they happen, exactly one verdict, which is last. Never throws: whatever goes wrong
 * between here and the sandbox is the verdict `unavailable`. Aborting `signal` cancels the run and frees its place.
 */
export async function* gradeSubmission(request: GradeRequest, signal: AbortSignal): AsyncGenerator<GradingEvent, void> {
  try {
    const response = await post('/grade', request, signal);
    for await (const line of createInterface({ input: response, crlfDelay: Infinity })) {
      const event = gradingEventSchema.parse(JSON.parse(line));
      yield event;
      if (event.type === 'verdict') return;
    }
    // The stream ended without a verdict: the sandbox died in between.
  } catch (error) {
    if (!signal.aborted) report('grade', error);
  }
  yield { type: 'verdict', verdict: unavailable(signal) };
}

/** Runs code of a lesson. Never throws, like `gradeSubmission`. */
export const runSource = (request: RunRequest, signal: AbortSignal): Promise<RunOutcome> =>
  outcomeOf('run', request, signal);

/** Sends requests to a learner's service, which is started for them. Never throws, like `gradeSubmission`. */
export const requestOnce = (request: SendRequest, signal: AbortSignal): Promise<RunOutcome> =>
  outcomeOf('request', request, signal);

async function outcomeOf(what: 'run' | 'request', asked: object, signal: AbortSignal): Promise<RunOutcome> {
  try {
    const response = await post(`/${what}`, asked, signal);
    return runOutcomeSchema.parse(JSON.parse(await textOf(response)));
  } catch (error) {
    if (!signal.aborted) report(what, error);
    return unavailable(signal);
  }
}

/** How the sandbox is, for GET /api/health and for the decision whether to serve strangers. With several, the first that answers. */
export async function sandboxHealth(): Promise<SandboxHealth> {
  const local = runningSandbox();
  for (const address of addresses()) {
    try {
      const response = await send(address, 'GET', '/health', undefined, AbortSignal.timeout(healthMsMax));
      return { state: 'ready', health: healthSchema.parse(JSON.parse(await textOf(response))) };
    } catch (error) {
      report('health', error);
    }
  }
  return { state: local?.state() === 'starting' ? 'starting' : 'down' };
}

/** Whether submissions are graded without delay: by any sandbox, when there are several. Never throws. */
export async function sandboxReadiness(): Promise<Readiness> {
  const missing = new Set<string>();
  for (const address of addresses()) {
    try {
      const signal = AbortSignal.timeout(healthMsMax);
      const response = await send(address, 'GET', '/ready', undefined, signal, [200, 503]);
      const found = readinessSchema.parse(JSON.parse(await textOf(response)));
      if (found.ready) return found;
      for (const part of found.missing) missing.add(part);
    } catch (error) {
      report('readiness', error);
    }
  }
  return { ready: false, missing: missing.size === 0 ? ['sandbox'] : [...missing] };
}

/** The metrics of the sandbox that we started, for Prometheus; null when there is none. Others are asked themselves. */
export async function sandboxMetrics(): Promise<{ text: string; contentType: string } | null> {
  const address = runningSandbox()?.address();
  if (address == null) return null;
  const response = await send(address, 'GET', '/metrics', undefined, AbortSignal.timeout(healthMsMax));
  return { text: await textOf(response), contentType: response.headers['content-type'] ?? 'text/plain' };
}

/**
 * What fails before there is an answer is tried once more, here or at another sandbox: they keep nothing, so that a run
 * which had begun leaves no trace.
 */
async function post(path: string, body: object, signal: AbortSignal): Promise<http.IncomingMessage> {
  const local = environment().sandboxUrls.length === 0 ? runningSandbox() : null;
  await local?.whenReady(startPatienceMs);
  try {
    return await postOnce(path, body, signal);
  } catch (error) {
    if (local === null || !isConnectFailure(error)) throw error;
    // It has just died, perhaps before we were told; its successor is a second away.
    await delay(noticeMs, undefined, { signal });
    await local.whenReady(startPatienceMs);
    return postOnce(path, body, signal);
  }
}

async function postOnce(path: string, body: object, signal: AbortSignal): Promise<http.IncomingMessage> {
  const all = addresses();
  if (all.length === 0) throw new Error('The sandbox process is not ready.');
  const start = turn++ % all.length;
  let failure: unknown;
  for (const address of [...all.slice(start), ...all.slice(0, start)]) {
    try {
      return await send(address, 'POST', path, JSON.stringify(body), signal);
    } catch (error) {
      failure = error;
      if (!isConnectFailure(error)) break;
    }
  }
  throw failure;
}

function addresses(): string[] {
  const { sandboxUrls } = environment();
  if (sandboxUrls.length > 0) return sandboxUrls;
  const address = runningSandbox()?.address();
  return address == null ? [] : [address];
}

/** `address` is a URL, or the path of a unix socket. Rejects unless the answer is one of `wanted`. */
function send(
  address: string,
  method: 'GET' | 'POST',
  path: string,
  body: string | undefined,
  signal: AbortSignal,
  wanted = [200],
): Promise<http.IncomingMessage> {
  const token = environment().sandboxToken;
  const options: http.RequestOptions = {
    method,
    signal,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...(token === undefined ? {} : { authorization: authorizationOf(token) }),
    },
  };
  const isUrl = /^https?:/.test(address);
  return new Promise((resolve, reject) => {
    const onResponse = (response: http.IncomingMessage): void => {
      if (wanted.includes(response.statusCode ?? 0)) return resolve(response);
      response.resume();
      const code = response.statusCode === 503 ? draining : undefined;
      reject(Object.assign(new Error(`The sandbox answered ${path} with ${response.statusCode}.`), { code }));
    };
    const request = isUrl
      ? (address.startsWith('https:') ? https : http).request(`${address}${path}`, options, onResponse)
      : http.request({ ...options, socketPath: address, path }, onResponse);
    request.on('error', reject);
    request.end(body);
  });
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response as AsyncIterable<string>) text += chunk;
  return text;
}

/** It is about to end and has not looked at the request, so another may be asked. */
const draining = 'SANDBOX_DRAINING';
const connectFailures = [
  draining,
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
];

const isConnectFailure = (error: unknown): boolean =>
  connectFailures.includes((error as NodeJS.ErrnoException).code ?? '');

function unavailable(signal: AbortSignal): Unavailable {
  const message = signal.aborted ? unavailableMessages.cancelled : unavailableMessages.down;
  return { version: 1, status: 'unavailable', message, retryAfterMs };
}

function report(what: string, error: unknown): void {
  console.error(JSON.stringify({ level: 'error', from: 'web', event: `sandbox-${what}-failed`, ...faultOf(error) }));
}
