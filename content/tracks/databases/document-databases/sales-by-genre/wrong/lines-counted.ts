// caught by: counts an order once, however many lines of the genre it has
import type { Db } from 'mongodb';

export type GenreSales = { genre: string; orders: number; copies: number; cents: number };

export async function salesByGenre(db: Db, from: Date, to: Date): Promise<GenreSales[]> {
  return db
    .collection('orders')
    .aggregate<GenreSales>([
      { $match: { status: { $in: ['paid', 'shipped'] }, placedAt: { $gte: from, $lt: to } } },
      { $unwind: '$lines' },
      {
        $group: {
          _id: { $ifNull: ['$lines.genre', 'other'] },
          orders: { $sum: 1 },
          copies: { $sum: '$lines.quantity' },
          cents: { $sum: { $multiply: ['$lines.quantity', '$lines.unitCents'] } },
        },
      },
      { $project: { _id: 0, genre: '$_id', orders: 1, copies: 1, cents: 1 } },
      { $sort: { cents: -1, genre: 1 } },
    ])
    .toArray();
}
