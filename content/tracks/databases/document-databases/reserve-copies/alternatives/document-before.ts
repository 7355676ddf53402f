import type { Db } from 'mongodb';

export async function reserve(db: Db, bookId: string, orderId: string, quantity: number) {
  const books = db.collection('books');
  if (await books.findOne({ _id: bookId, 'reserved.orderId': orderId })) return 'reserved';
  const changed = await books.findOneAndUpdate(
    { _id: bookId, stock: { $gte: quantity }, reserved: { $not: { $elemMatch: { orderId } } } },
    { $inc: { stock: -quantity }, $push: { reserved: { orderId, quantity } } },
  );
  if (changed) return 'reserved';
  const book = await books.findOne({ _id: bookId }, { projection: { reserved: 1 } });
  if (!book) return 'unknown book';
  return book.reserved.some((entry) => entry.orderId === orderId) ? 'reserved' : 'sold out';
}

export async function release(db: Db, bookId: string, orderId: string) {
  // A pipeline sees the document as it was: both fields are computed from it, and written as one.
  const mine = { $filter: { input: '$reserved', cond: { $eq: ['$$this.orderId', orderId] } } };
  const others = { $filter: { input: '$reserved', cond: { $ne: ['$$this.orderId', orderId] } } };
  const copies = { $sum: { $map: { input: mine, in: '$$this.quantity' } } };
  const before = await db
    .collection('books')
    .findOneAndUpdate({ _id: bookId, 'reserved.orderId': orderId }, [
      { $set: { stock: { $add: ['$stock', copies] }, reserved: others } },
    ]);
  return before !== null;
}
