// caught by: never leaves a key without an expiry, wherever the process dies
import type { RedisClientType } from 'redis';

export async function attempt(client: RedisClientType, name: string, { limit, windowSeconds }) {
  const key = `attempts:${name}`;
  const count = await client.incr(key);
  if (count === 1) await client.expire(key, windowSeconds);
  const allowed = count <= limit;
  const retryAfterSeconds = allowed ? 0 : Math.ceil((await client.pTTL(key)) / 1000);
  return { allowed, remaining: Math.max(0, limit - count), retryAfterSeconds };
}
