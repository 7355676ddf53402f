import type { RedisClientType } from 'redis';

export type Limit = { limit: number; windowSeconds: number };
export type Attempt = { allowed: boolean; remaining: number; retryAfterSeconds: number };

export async function attempt(client: RedisClientType, name: string, { limit }: Limit): Promise<Attempt> {
  const count = Number(await client.get(`attempts:${name}`));
  return { allowed: count < limit, remaining: Math.max(0, limit - count), retryAfterSeconds: 0 };
}
