import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { ProblemCode } from '#lib/problem';
import type { Confirmation } from '../../auth/confirm.ts';

/** What a form sent: a text for each field. */
export type Posted = Readonly<Record<string, string | undefined>>;

/** `errors` has a sentence for each field that is wrong; `form` is for what no field is to blame for. */
export type Refusal = { code: ProblemCode; errors: Record<string, string>; retryAfterMs?: number };

/** `forget` makes the browser forget all it has stored for this site. */
export type Outcome = { location: string; said?: string; forget?: true } | Refusal;

/**
 * A form of the account pages. It posts to `/api/account/forms/NAME`, with scripts or without; `page` is where it
 * stands, so where its errors are shown, and `kept` are the fields whose text comes back with them (never a password).
 */
export type AccountForm = {
  page: (posted: Posted) => string;
  kept: readonly string[];
  run: (posted: Posted, request: NextRequest) => Promise<Outcome>;
};

export function refused(code: ProblemCode, errors: Record<string, string>): Refusal {
  return { code, errors };
}

export function tooOften(retryAfterMs: number): Refusal {
  const minutes = Math.ceil(retryAfterMs / 60_000);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return { code: 'rate-limited', errors: { form: `Too many attempts. Wait ${wait}, then try again.` }, retryAfterMs };
}

/** The first complaint about each field. */
export function invalid(error: z.ZodError): Refusal {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message;
  return refused('invalid-request', errors);
}

export const signInFirst = refused('account-required', {
  form: 'You are not signed in any more. Sign in in another tab, then send this again.',
});

/** What the form says when the owner of the account could not be told from somebody else; null when they could. */
export function unconfirmed(confirmation: Confirmation): Refusal | null {
  if (confirmation === 'confirmed') return null;
  if (typeof confirmation === 'object') return tooOften(confirmation.retryAfterMs);
  return refused('not-confirmed', unconfirmedWords[confirmation]);
}

const unconfirmedWords = {
  'password-missing': { current: 'Enter the password that you sign in with now.' },
  'password-wrong': { current: 'This is not your password. Capital letters count.' },
  'sign-in-again': { form: 'For this, your sign-in must be less than ten minutes old. Sign in again, then come back.' },
} as const;
