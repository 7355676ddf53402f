// caught by: does not let different keys wait for each other
import type { RedisClientType } from 'redis';

export type Times = { ttlMs: number; lockMs: number };

const retryMs = 50;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const newToken = () => `${Date.now()}-${Math.random()}`;

export async function cached<Value>(
  client: RedisClientType,
  key: string,
  load: () => Promise<Value>,
  { ttlMs, lockMs }: Times,
): Promise<Value> {
  const [cacheKey, lockKey] = [`cache:${key}`, `lock:all`];
  for (;;) {
    const hit = await client.get(cacheKey);
    if (hit !== null) return JSON.parse(hit) as Value;
    const token = newToken();
    const isMine = (await client.set(lockKey, token, { NX: true, PX: lockMs })) !== null;
    if (!isMine) {
      await sleep(retryMs);
      continue;
    }
    try {
      const value = await load();
      await client.set(cacheKey, JSON.stringify(value), { PX: ttlMs });
      return value;
    } finally {
      await release(client, lockKey, token);
    }
  }
}

/** After an expiry the lock may be somebody else's. */
async function release(client: RedisClientType, lockKey: string, token: string): Promise<void> {
  if ((await client.get(lockKey)) === token) await client.del(lockKey);
}
