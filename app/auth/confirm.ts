import { confirmSession } from '#db/sessions';
import { userById } from '#db/users';
import type { SignedIn } from '../auth.ts';
import { database } from '../database.ts';
import { forgive, takeFrom } from '../limits.ts';
import { isPassword } from './passwords.ts';

/** How long a sign-in, or a password given again, counts as fresh. */
const freshMsMax = 10 * 60_000;

export function isFresh({ confirmedAt }: SignedIn, now = new Date()): boolean {
  return now.getTime() - confirmedAt.getTime() < freshMsMax;
}

export type Confirmation =
  'confirmed' | 'password-missing' | 'password-wrong' | 'sign-in-again' | { retryAfterMs: number };

/**
 * Whether it is really the account's owner who asks: somebody at an unlocked screen, or with a stolen cookie, is not
 * (OWASP Authentication Cheat Sheet, "Require Re-authentication for Sensitive Features"). Who has a password gives it;
 * who signs in through a provider alone must have done so just now.
 */
export async function confirmOwner(user: SignedIn, password: string): Promise<Confirmation> {
  const row = await userById(database(), user.id);
  if (!row?.passwordHash) return isFresh(user) ? 'confirmed' : 'sign-in-again';
  if (password === '') return 'password-missing';
  const refused = await takeFrom('confirmByUser', user.id);
  if (refused) return refused;
  if (!(await isPassword(row.passwordHash, password))) return 'password-wrong';
  await forgive('confirmByUser', user.id);
  await confirmSession(database(), user.sessionId);
  return 'confirmed';
}
