// caught by: lets ties share a place and skips the next
import type { RedisClientType } from 'redis';

export type Entry = { place: number; isbn: string; copies: number };

/** Copies are stored as negative scores: then the set's own order, ties included, is that of the list. */
const key = 'bestsellers';

export async function recordSale(client: RedisClientType, isbn: string, copies: number): Promise<void> {
  await client.zIncrBy(key, -copies, isbn);
}

export async function bestsellers(client: RedisClientType, count: number): Promise<Entry[]> {
  if (count <= 0) return [];
  const members = await client.zRangeWithScores(key, '-inf', '(0', { BY: 'SCORE', LIMIT: { offset: 0, count } });
  const entries: Entry[] = [];
  for (const [index, { value: isbn, score }] of members.entries()) {
    const before = entries.at(-1);
    const place = before?.copies === -score ? before.place : (before?.place ?? 0) + 1;
    entries.push({ place, isbn, copies: -score });
  }
  return entries;
}

export async function placeOf(client: RedisClientType, isbn: string): Promise<number | null> {
  const score = await client.zScore(key, isbn);
  if (score === null || score >= 0) return null;
  return (await client.zCount(key, '-inf', `(${score}`)) + 1;
}
