import type { Db } from 'mongodb';

export type GenreSales = { genre: string; orders: number; copies: number; cents: number };

export async function salesByGenre(db: Db, from: Date, to: Date): Promise<GenreSales[]> {
  return db
    .collection('orders')
    .aggregate<GenreSales>([{ $match: { placedAt: { $gte: from, $lt: to } } }])
    .toArray();
}
