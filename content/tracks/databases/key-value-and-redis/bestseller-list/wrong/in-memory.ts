// caught by: keeps the list in Redis and nowhere else
import type { RedisClientType } from 'redis';

const sold = new Map<string, number>();
const listed = () => [...sold].filter(([, copies]) => copies > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

export async function recordSale(client: RedisClientType, isbn: string, copies: number) {
  sold.set(isbn, (sold.get(isbn) ?? 0) + copies);
}

export async function bestsellers(client: RedisClientType, count: number) {
  const all = listed();
  return all.slice(0, count).map(([isbn, copies]) => ({
    place: all.findIndex((other) => other[1] === copies) + 1,
    isbn,
    copies,
  }));
}

export async function placeOf(client: RedisClientType, isbn: string) {
  const copies = sold.get(isbn) ?? 0;
  return copies > 0 ? listed().findIndex((other) => other[1] === copies) + 1 : null;
}
