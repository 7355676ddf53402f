import type { RedisClientType } from 'redis';

// What was sold is in a hash; the set holds only what is on the list.
export async function recordSale(client: RedisClientType, isbn: string, copies: number) {
  await client.multi().hIncrBy('copies', isbn, copies).zIncrBy('all', -copies, isbn).exec();
}

export async function bestsellers(client: RedisClientType, count: number) {
  const isbns = await client.zRangeByScore('all', '-inf', '(0', { LIMIT: { offset: 0, count: Math.max(0, count) } });
  if (isbns.length === 0) return [];
  const copies = (await client.hmGet('copies', isbns)).map(Number);
  return isbns.map((isbn, index) => ({ place: copies.indexOf(copies[index]) + 1, isbn, copies: copies[index] }));
}

export async function placeOf(client: RedisClientType, isbn: string) {
  const copies = Number(await client.hGet('copies', isbn));
  if (copies <= 0) return null;
  return (await client.zCount('all', '-inf', `(${-copies}`)) + 1;
}
