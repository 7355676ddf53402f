import type { RedisClientType } from 'redis';

export async function cached(client: RedisClientType, key: string, load, times) {
  const text = await client.get('cache:' + key);
  if (text !== null) return JSON.parse(text);
  const token = String(Math.random());
  const answer = await client.set('lock:' + key, token, { NX: true, PX: times.lockMs });
  if (answer === 'OK') return loadAndStore(client, key, load, times, token);
  await new Promise((resolve) => setTimeout(resolve, 50));
  return cached(client, key, load, times);
}

async function loadAndStore(client: RedisClientType, key: string, load, { ttlMs }, token: string) {
  const giveBack = async () => {
    const holder = await client.get('lock:' + key);
    if (holder === token) await client.del('lock:' + key);
  };
  let value;
  try {
    value = await load();
  } catch (error) {
    await giveBack();
    throw error;
  }
  await client.pSetEx('cache:' + key, ttlMs, JSON.stringify(value));
  await giveBack();
  return value;
}
