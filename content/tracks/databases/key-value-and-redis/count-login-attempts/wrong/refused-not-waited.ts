// caught by: ends the window that long after the first attempt
import type { RedisClientType } from 'redis';

export async function attempt(client: RedisClientType, name: string, { limit, windowSeconds }) {
  // The window of the clock, not that of the first attempt.
  const window = Math.floor(Date.now() / 1000 / windowSeconds);
  const key = `attempts:${name}:${window}`;
  const [count] = await client.multi().incr(key).expire(key, windowSeconds, 'NX').exec();
  const allowed = count <= limit;
  const retryAfterSeconds = allowed ? 0 : Math.ceil(((window + 1) * windowSeconds * 1000 - Date.now()) / 1000);
  return { allowed, remaining: Math.max(0, limit - count), retryAfterSeconds };
}
