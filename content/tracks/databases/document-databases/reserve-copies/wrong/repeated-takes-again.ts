// caught by: reserves once when the same order is sent again
import type { Db } from 'mongodb';

export type Reservation = 'reserved' | 'sold out' | 'unknown book';
type Entry = { orderId: string; quantity: number };
type Book = { _id: string; title: string; stock: number; reserved: Entry[] };

export async function reserve(db: Db, bookId: string, orderId: string, quantity: number): Promise<Reservation> {
  const books = db.collection<Book>('books');
  const { matchedCount } = await books.updateOne(
    { _id: bookId, stock: { $gte: quantity } },
    { $inc: { stock: -quantity }, $push: { reserved: { orderId, quantity } } },
  );
  if (matchedCount === 1) return 'reserved';
  // Nothing was changed; what is read now only says why.
  const book = await books.findOne({ _id: bookId });
  if (book === null) return 'unknown book';
  return book.reserved.some((entry) => entry.orderId === orderId) ? 'reserved' : 'sold out';
}

export async function release(db: Db, bookId: string, orderId: string): Promise<boolean> {
  const books = db.collection<Book>('books');
  const book = await books.findOne({ _id: bookId });
  const entry = book?.reserved.find((one) => one.orderId === orderId);
  if (entry === undefined) return false;
  const { quantity } = entry;
  const { matchedCount } = await books.updateOne(
    { _id: bookId, reserved: { $elemMatch: { orderId, quantity } } },
    { $inc: { stock: quantity }, $pull: { reserved: { orderId } } },
  );
  return matchedCount === 1;
}
