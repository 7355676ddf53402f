import { hash, verify } from '@node-rs/argon2';
import { userByEmail } from '#db/users';
import { emailSchema, passwordCharsMax } from '#lib/account';
import { clientAddress } from '../client-address.ts';
import { database } from '../database.ts';
import { forgive, takeFrom } from '../limits.ts';
import { oncePerProcess } from '#lib/once-per-process';

/**
 * The user with this e-mail address and password, or null; unknown addresses take as long as wrong passwords. Throws
 * `rate-limited`, which next-auth hands to the page as the error's name.
 */
export async function signInByPassword(
  given: { email?: string; password?: string } | undefined,
  headers: Headers,
): Promise<{ id: string; email: string; name: string | null } | null> {
  const email = emailSchema.safeParse(given?.email);
  const password = given?.password ?? '';
  if (!email.success || password.length > passwordCharsMax) return null;
  const addressAndEmail = `${clientAddress(headers)} ${email.data}`;
  const refused =
    (await takeFrom('signInByAddressAndEmail', addressAndEmail)) ?? (await takeFrom('signInByEmail', email.data));
  if (refused) throw new Error('rate-limited');
  const user = await userByEmail(database(), email.data);
  const nobodysHash = await oncePerProcess('hash of nobody', () => hash(crypto.randomUUID()));
  const right = await verify(user?.passwordHash ?? nobodysHash, password);
  if (!right || !user?.passwordHash) return null;
  await forgive('signInByAddressAndEmail', addressAndEmail);
  return { id: user.id, email: user.email, name: user.name };
}
