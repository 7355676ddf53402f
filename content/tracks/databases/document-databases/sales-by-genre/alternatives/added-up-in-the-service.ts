import type { Db } from 'mongodb';

export type GenreSales = { genre: string; orders: number; copies: number; cents: number };

export async function salesByGenre(db: Db, from: Date, to: Date): Promise<GenreSales[]> {
  const genres = new Map<string, GenreSales>();
  const wanted = { status: { $in: ['paid', 'shipped'] }, placedAt: { $gte: from, $lt: to } };
  for await (const order of db.collection('orders').find(wanted)) {
    const seen = new Set<string>();
    for (const { genre, quantity, unitCents } of order.lines) {
      const name = genre ?? 'other';
      const sales = genres.get(name) ?? { genre: name, orders: 0, copies: 0, cents: 0 };
      genres.set(name, sales);
      if (!seen.has(name)) sales.orders++;
      seen.add(name);
      sales.copies += quantity;
      sales.cents += quantity * unitCents;
    }
  }
  return [...genres.values()].sort((a, b) => b.cents - a.cents || (a.genre < b.genre ? -1 : 1));
}
