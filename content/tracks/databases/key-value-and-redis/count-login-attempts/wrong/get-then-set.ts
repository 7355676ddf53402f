// caught by: counts all attempts that arrive at the same moment
import type { RedisClientType } from 'redis';

export async function attempt(client: RedisClientType, name: string, { limit, windowSeconds }) {
  const key = `attempts:${name}`;
  const count = Number(await client.get(key)) + 1;
  if (count === 1) await client.set(key, 1, { EX: windowSeconds });
  else await client.set(key, count, { KEEPTTL: true });
  const allowed = count <= limit;
  const retryAfterSeconds = allowed ? 0 : Math.ceil((await client.pTTL(key)) / 1000);
  return { allowed, remaining: Math.max(0, limit - count), retryAfterSeconds };
}
