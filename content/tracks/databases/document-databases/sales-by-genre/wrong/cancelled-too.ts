// caught by: leaves out orders that are neither paid nor shipped
import type { Db } from 'mongodb';

export type GenreSales = { genre: string; orders: number; copies: number; cents: number };

export async function salesByGenre(db: Db, from: Date, to: Date): Promise<GenreSales[]> {
  return db
    .collection('orders')
    .aggregate<GenreSales>([
      { $match: { placedAt: { $gte: from, $lt: to } } },
      { $unwind: '$lines' },
      {
        $group: {
          _id: { $ifNull: ['$lines.genre', 'other'] },
          orders: { $addToSet: '$_id' },
          copies: { $sum: '$lines.quantity' },
          cents: { $sum: { $multiply: ['$lines.quantity', '$lines.unitCents'] } },
        },
      },
      { $project: { _id: 0, genre: '$_id', orders: { $size: '$orders' }, copies: 1, cents: 1 } },
      { $sort: { cents: -1, genre: 1 } },
    ])
    .toArray();
}
