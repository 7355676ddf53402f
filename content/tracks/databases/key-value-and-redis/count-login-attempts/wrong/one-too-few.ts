// caught by: allows so many attempts and says how many are left
import type { RedisClientType } from 'redis';

export type Limit = { limit: number; windowSeconds: number };
export type Attempt = { allowed: boolean; remaining: number; retryAfterSeconds: number };

export async function attempt(
  client: RedisClientType,
  name: string,
  { limit, windowSeconds }: Limit,
): Promise<Attempt> {
  const key = `attempts:${name}`;
  // Counted and bounded in one step: no crash can leave a counter that lives for ever.
  const [count, , leftMs] = await client.multi().incr(key).expire(key, windowSeconds, 'NX').pTTL(key).exec();
  const allowed = count < limit;
  return {
    allowed,
    remaining: Math.max(0, limit - count),
    retryAfterSeconds: allowed ? 0 : Math.ceil(leftMs / 1000),
  };
}
