import { WatchError, type RedisClientType } from 'redis';

let calls = 0;

export async function cached<Value>(
  client: RedisClientType,
  key: string,
  load: () => Promise<Value>,
  { ttlMs, lockMs }: { ttlMs: number; lockMs: number },
): Promise<Value> {
  const token = `${Math.random()}:${++calls}`;
  while (
    (await client.set(`lock:${key}`, token, { condition: 'NX', expiration: { type: 'PX', value: lockMs } })) === null
  ) {
    const hit = await client.get(`cache:${key}`);
    if (hit !== null) return JSON.parse(hit);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  try {
    // Somebody may have stored it before the lock was free.
    const hit = await client.get(`cache:${key}`);
    if (hit !== null) return JSON.parse(hit);
    const value = await load();
    await client.set(`cache:${key}`, JSON.stringify(value), { PX: ttlMs });
    return value;
  } finally {
    const own = await client.duplicate().connect();
    await own.watch(`lock:${key}`);
    if ((await own.get(`lock:${key}`)) === token) {
      await own
        .multi()
        .del(`lock:${key}`)
        .exec()
        .catch((error) => {
          if (!(error instanceof WatchError)) throw error;
        });
    }
    await own.close();
  }
}
