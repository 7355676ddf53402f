import type { RedisClientType } from 'redis';

export type Entry = { place: number; isbn: string; copies: number };

export async function recordSale(client: RedisClientType, isbn: string, copies: number): Promise<void> {
  await client.zAdd('bestsellers', { value: isbn, score: copies });
}

export async function bestsellers(client: RedisClientType, count: number): Promise<Entry[]> {
  const members = await client.zRangeWithScores('bestsellers', 0, count - 1);
  return members.map(({ value, score }) => ({ place: 0, isbn: value, copies: score }));
}

export async function placeOf(client: RedisClientType, isbn: string): Promise<number | null> {
  return client.zRank('bestsellers', isbn);
}
