import type { RedisClientType } from 'redis';

export async function attempt(client: RedisClientType, name: string, { limit, windowSeconds }) {
  // A hash with the end of its window: who comes first says when that is.
  const key = `attempts:${name}`;
  const [, , count, end] = await client
    .multi()
    .hSetNX(key, 'end', String(Date.now() + windowSeconds * 1000))
    .expire(key, windowSeconds, 'NX')
    .hIncrBy(key, 'count', 1)
    .hGet(key, 'end')
    .exec();
  const allowed = count <= limit;
  const retryAfterSeconds = allowed ? 0 : Math.ceil((Number(end) - Date.now()) / 1000);
  return { allowed, remaining: Math.max(limit - count, 0), retryAfterSeconds };
}
