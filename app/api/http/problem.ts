import { NextResponse } from 'next/server';
import { STATUS_CODES } from 'node:http';
import type { Problem, ProblemCode } from '#lib/problem';

const statuses = {
  'account-required': 401,
  'already-grading': 409,
  'cross-site': 403,
  'draft-conflict': 409,
  'email-taken': 409,
  'hint-out-of-order': 409,
  internal: 500,
  'invalid-request': 400,
  'last-way-in': 409,
  'method-not-allowed': 405,
  'mock-not-begun': 409,
  'mock-not-over': 409,
  'mock-open': 409,
  'mock-over': 409,
  'not-confirmed': 403,
  'not-enough-content': 409,
  'not-found': 404,
  'not-passed': 403,
  'other-learner': 409,
  'rate-limited': 429,
  'sign-in-failed': 401,
  'stale-draw': 409,
  'stale-version': 409,
  'too-large': 413,
  'unknown-check': 404,
  'unknown-exercise': 404,
  'unknown-hint': 404,
  'unknown-lesson': 404,
} as const satisfies Record<ProblemCode, number>;

/** An error answer (RFC 9457). `detail` is for people; `extra` holds what a code brings along, such as `errors`. */
export function problem(code: ProblemCode, detail: string, extra: Record<string, unknown> = {}): NextResponse {
  const status = statuses[code];
  const body: Problem = { type: 'about:blank', title: STATUS_CODES[status] ?? code, status, detail, code, ...extra };
  return NextResponse.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

export function rateLimited(retryAfterMs: number): NextResponse {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const response = problem('rate-limited', `Too many requests; try again in ${seconds} s.`);
  response.headers.set('retry-after', String(seconds));
  return response;
}
