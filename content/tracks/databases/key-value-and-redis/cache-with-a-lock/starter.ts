import type { RedisClientType } from 'redis';

export type Times = { ttlMs: number; lockMs: number };

export async function cached<Value>(
  client: RedisClientType,
  key: string,
  load: () => Promise<Value>,
  { ttlMs, lockMs }: Times,
): Promise<Value> {
  void ttlMs;
  void lockMs;
  await client.get(`cache:${key}`);
  return load();
}
