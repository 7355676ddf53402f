import type { Db } from 'mongodb';

export type GenreSales = { genre: string; orders: number; copies: number; cents: number };

export async function salesByGenre(db: Db, from: Date, to: Date): Promise<GenreSales[]> {
  const cents = { $multiply: ['$lines.quantity', '$lines.unitCents'] };
  return db
    .collection('orders')
    .aggregate<GenreSales>([
      { $match: { status: { $in: ['paid', 'shipped'] }, placedAt: { $gte: from, $lt: to } } },
      { $unwind: '$lines' },
      { $set: { genre: { $ifNull: ['$lines.genre', 'other'] } } },
      {
        $group: {
          _id: { genre: '$genre', order: '$_id' },
          copies: { $sum: '$lines.quantity' },
          cents: { $sum: cents },
        },
      },
      {
        $group: {
          _id: '$_id.genre',
          orders: { $sum: 1 },
          copies: { $sum: '$copies' },
          cents: { $sum: '$cents' },
        },
      },
      { $set: { genre: '$_id' } },
      { $unset: '_id' },
      { $sort: { cents: -1, genre: 1 } },
    ])
    .toArray();
}
