// caught by: adds up sales that arrive at the same moment
import type { RedisClientType } from 'redis';

const key = 'bestsellers';

export async function recordSale(client: RedisClientType, isbn: string, copies: number): Promise<void> {
  const sold = -((await client.zScore(key, isbn)) ?? 0);
  await client.zAdd(key, { value: isbn, score: -(sold + copies) });
}

export async function bestsellers(client: RedisClientType, count: number) {
  const members = await client.zRangeWithScores(key, '-inf', '(0', { BY: 'SCORE', LIMIT: { offset: 0, count } });
  return members.map(({ value, score }) => ({
    place: members.findIndex((other) => other.score === score) + 1,
    isbn: value,
    copies: -score,
  }));
}

export async function placeOf(client: RedisClientType, isbn: string) {
  const score = await client.zScore(key, isbn);
  if (score === null || score >= 0) return null;
  return (await client.zCount(key, '-inf', `(${score}`)) + 1;
}
