import { hash, verify } from '@node-rs/argon2';
import { oncePerProcess } from '#lib/once-per-process';

/**
 * Argon2id with the library's parameters: 19 MiB and two passes, the least that OWASP's Password Storage Cheat Sheet
 * recommends. Normalised before, since the same accent may be one code point or two (NIST SP 800-63B-4, 3.1.1.2).
 */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'));
}

/** Whether it is the password. Without a hash, for nobody or for somebody without one, it takes as long and says no. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const compared = passwordHash ?? (await oncePerProcess('hash of nobody', () => hash(crypto.randomUUID())));
  const normalised = password.normalize('NFKC');
  const right =
    (await verify(compared, normalised)) ||
    // Hashes made before passwords were normalised.
    (normalised !== password && (await verify(compared, password)));
  return passwordHash !== null && right;
}
