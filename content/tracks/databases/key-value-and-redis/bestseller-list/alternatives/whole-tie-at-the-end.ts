import type { RedisClientType } from 'redis';

export async function recordSale(client: RedisClientType, isbn: string, copies: number) {
  await client.zIncrBy('sold', copies, isbn);
}

export async function bestsellers(client: RedisClientType, count: number) {
  const top = await client.zRangeWithScores('sold', 0, count - 1, { REV: true });
  const last = top.at(-1);
  if (last === undefined) return [];
  // All who share the last place, so that the right ones of them can be chosen.
  const least = Math.max(1, last.score);
  const members = await client.zRangeWithScores('sold', least, '+inf', { BY: 'SCORE' });
  members.sort((a, b) => b.score - a.score || (a.value < b.value ? -1 : 1));
  return members.slice(0, count).map(({ value, score }) => ({
    place: members.findIndex((other) => other.score === score) + 1,
    isbn: value,
    copies: score,
  }));
}

export async function placeOf(client: RedisClientType, isbn: string) {
  const score = await client.zScore('sold', isbn);
  if (score === null || score <= 0) return null;
  return 1 + (await client.zCount('sold', `(${score}`, '+inf'));
}
