import { randomInt } from 'node:crypto';
import { z } from 'zod';

/** What somebody may enter, and what is drawn where they do not: short enough to be read out to a friend. */
export const seedSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'is made of letters, digits and hyphens, 32 at most');

/** Without letters and digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const seedLength = 8;
const pieceLength = 3;

export function newSeed(length = seedLength): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** One of the five pieces of a day's seed: short, since five of them are read out. */
export function newPiece(): string {
  return newSeed(pieceLength);
}
