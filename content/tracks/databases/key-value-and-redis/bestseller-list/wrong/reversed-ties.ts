// caught by: lists ties by their ISBN, also where the list is cut
import type { RedisClientType } from 'redis';

export async function recordSale(client: RedisClientType, isbn: string, copies: number) {
  await client.zIncrBy('sold', copies, isbn);
}

export async function bestsellers(client: RedisClientType, count: number) {
  const top = await client.zRangeWithScores('sold', '+inf', 1, { BY: 'SCORE', REV: true, LIMIT: { offset: 0, count } });
  top.sort((a, b) => b.score - a.score || (a.value < b.value ? -1 : 1));
  return top.map(({ value, score }) => ({
    place: top.findIndex((other) => other.score === score) + 1,
    isbn: value,
    copies: score,
  }));
}

export async function placeOf(client: RedisClientType, isbn: string) {
  const score = await client.zScore('sold', isbn);
  if (score === null || score <= 0) return null;
  return 1 + (await client.zCount('sold', `(${score}`, '+inf'));
}
