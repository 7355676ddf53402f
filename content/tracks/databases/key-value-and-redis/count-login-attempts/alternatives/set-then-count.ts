import type { RedisClientType } from 'redis';

export async function attempt(client: RedisClientType, name: string, { limit, windowSeconds }) {
  const key = 'attempts:' + name;
  await client.set(key, 0, { EX: windowSeconds, NX: true });
  const count = await client.incr(key);
  if (count <= limit) return { allowed: true, remaining: limit - count, retryAfterSeconds: 0 };
  return { allowed: false, remaining: 0, retryAfterSeconds: Math.ceil((await client.pTTL(key)) / 1000) };
}
