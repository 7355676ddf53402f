// caught by: keeps the sum of stock and reservations at every moment
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
  // The document before the change tells what was taken out; that much goes back.
  const before = await db
    .collection('books')
    .findOneAndUpdate({ _id: bookId, 'reserved.orderId': orderId }, { $pull: { reserved: { orderId } } });
  if (!before) return false;
  const { quantity } = before.reserved.find((entry) => entry.orderId === orderId);
  await db.collection('books').updateOne({ _id: bookId }, { $inc: { stock: quantity } });
  return true;
}
