import { createUser, type User } from '#db/users';
import type { SignUp } from '#lib/account';
import { clientAddress } from '../client-address.ts';
import { database } from '../database.ts';
import { takeFrom } from '../limits.ts';
import { hashPassword } from './passwords.ts';

export type SignUpOutcome =
  { outcome: 'created'; user: User } | { outcome: 'email-taken' } | { outcome: 'rate-limited'; retryAfterMs: number };

/** Makes an account. */
export async function signUp({ email, password, name }: SignUp, headers: Headers): Promise<SignUpOutcome> {
  const refused = await takeFrom('signUpByAddress', clientAddress(headers));
  if (refused) return { outcome: 'rate-limited', ...refused };
  const passwordHash = await hashPassword(password);
  const user = await createUser(database(), { email, name: name || null, passwordHash });
  return user ? { outcome: 'created', user } : { outcome: 'email-taken' };
}
