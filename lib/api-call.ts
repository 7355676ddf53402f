import { actingFetch } from './acting-fetch.ts';
import { isMissingOr, isObjectOf, isString, type Is } from './shape.ts';

/**
 * A request that was not answered as hoped, as data. `code` is the problem's own (`rate-limited`), or `offline` when
 * nothing answered (status 0), or `unexpected` when the answer was no problem document. `outdated` is a good answer that
 * this page does not understand: the server is of another version by now.
 */
export type Problem = { code: string; status: number; detail: string; retryAfterMs: number | null; body: unknown };

/** What an answer should be: a schema, or a question where the page is to do without them. */
export type Expected<Value> =
  Is<Value> | { safeParse: (body: unknown) => { success: true; data: Value } | { success: false } };

export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/**
 * Calls our own API and checks what comes back. Rejects only when `init.signal` was aborted; a signal that timed out is a
 * server that does not answer.
 */
export async function apiCall<Value>(
  expected: Expected<Value>,
  path: string,
  init?: RequestInit,
): Promise<Answer<Value>> {
  const sent = await apiFetch(path, init);
  if (!sent.ok) return sent;
  const body = await sent.value.json().catch(() => undefined);
  const parsed = typeof expected === 'function' ? asked(expected, body) : expected.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: { ...unexpected(sent.value.status), code: 'outdated', body } };
}

function asked<Value>(is: Is<Value>, body: unknown): { success: true; data: Value } | { success: false } {
  return is(body) ? { success: true, data: body } : { success: false };
}

const isTimeout = (reason: unknown) => reason instanceof DOMException && reason.name === 'TimeoutError';

/** The same for answers that are not JSON: resolves to the response itself once its status is a good one. */
export async function apiFetch(path: string, init?: RequestInit): Promise<Answer<Response>> {
  const send = init?.method === undefined || init.method === 'GET' ? fetch : actingFetch;
  const response = await send(path, { credentials: 'same-origin', ...init }).catch((cause: unknown) => {
    if (init?.signal?.aborted && !isTimeout(init.signal.reason)) throw cause;
    return null;
  });
  if (!response) {
    return { ok: false, problem: { code: 'offline', status: 0, detail: '', retryAfterMs: null, body: undefined } };
  }
  return response.ok ? { ok: true, value: response } : { ok: false, problem: await problemOf(response) };
}

export function jsonRequest(method: 'POST' | 'PUT', body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

const isProblem = isObjectOf<{ code: string; title?: string | undefined; detail?: string | undefined }>({
  code: isString,
  title: isMissingOr(isString),
  detail: isMissingOr(isString),
});

/** What a refusal says, whatever its form. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const retryAfterS = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    ...unexpected(response.status),
    ...(isProblem(body) && { code: body.code, detail: body.detail ?? body.title ?? '' }),
    retryAfterMs: Number.isFinite(retryAfterS) ? retryAfterS * 1000 : null,
    body,
  };
}

function unexpected(status: number): Problem {
  return { code: 'unexpected', status, detail: '', retryAfterMs: null, body: undefined };
}
