import { randomBytes } from 'node:crypto';

/** What a row's id begins with, so that an id in a log tells what it names. */
export type IdPrefix = 'usr' | 'lrn' | 'ses' | 'sub' | 'rep' | 'mck';

/** `sub_` and 22 characters: 128 random bits, so that ids cannot be guessed or counted. */
export function newId<Prefix extends IdPrefix>(prefix: Prefix): `${Prefix}_${string}` {
  return `${prefix}_${randomBytes(16).toString('base64url')}`;
}
