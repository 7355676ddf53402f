// caught by: takes the beginning of the time and leaves out its end
import type { Db } from 'mongodb';

export type GenreSales = { genre: string; orders: number; copies: number; cents: number };

export async function salesByGenre(db: Db, from: Date, to: Date): Promise<GenreSales[]> {
  return db
    .collection('orders')
    .aggregate<GenreSales>([
      { $match: { status: { $in: ['paid', 'shipped'] }, placedAt: { $gte: from, $lte: to } } },
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
