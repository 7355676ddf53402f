import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for a cookie or a link: nobody guesses one. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored in place of a token. Unsalted and fast is enough for 256 random bits. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
