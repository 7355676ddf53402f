import { userByEmail, type User } from '#db/users';
import { emailSchema, passwordCharsMax } from '#lib/account';
import { clientAddress } from '../client-address.ts';
import { database } from '../database.ts';
import { forgive, takeFrom } from '../limits.ts';
import { isPassword } from './passwords.ts';

export type PasswordOutcome = { user: User } | { user: null; retryAfterMs?: number };

/**
 * The user with this e-mail address and password. Unknown addresses take as long as wrong passwords and are answered
 * alike (OWASP Authentication Cheat Sheet, "Authentication and Error Messages").
 */
export async function userByPassword(
  given: { email?: string; password?: string } | undefined,
  headers: Headers,
): Promise<PasswordOutcome> {
  const email = emailSchema.safeParse(given?.email);
  const password = given?.password ?? '';
  if (!email.success || password.length > passwordCharsMax) return { user: null };
  const addressAndEmail = `${clientAddress(headers)} ${email.data}`;
  const refused =
    (await takeFrom('signInByAddressAndEmail', addressAndEmail)) ?? (await takeFrom('signInByEmail', email.data));
  if (refused) return { user: null, ...refused };
  const user = await userByEmail(database(), email.data);
  if (!(await isPassword(user?.passwordHash ?? null, password)) || !user) return { user: null };
  await forgive('signInByAddressAndEmail', addressAndEmail);
  return { user };
}

/** The same for next-auth, which hands the message of what is thrown to the page as the error's name. */
export async function signInByPassword(
  given: { email?: string; password?: string } | undefined,
  headers: Headers,
): Promise<{ id: string; email: string; name: string | null } | null> {
  const outcome = await userByPassword(given, headers);
  if (!outcome.user && outcome.retryAfterMs !== undefined) throw new Error('rate-limited');
  return outcome.user && { id: outcome.user.id, email: outcome.user.email, name: outcome.user.name };
}
