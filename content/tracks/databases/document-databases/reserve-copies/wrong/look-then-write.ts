// caught by: sells no copy twice when many orders arrive at once
import type { Db } from 'mongodb';

export async function reserve(db: Db, bookId: string, orderId: string, quantity: number) {
  const books = db.collection('books');
  const book = await books.findOne({ _id: bookId });
  if (!book) return 'unknown book';
  if (book.reserved.some((entry) => entry.orderId === orderId)) return 'reserved';
  if (book.stock < quantity) return 'sold out';
  await books.updateOne({ _id: bookId }, { $inc: { stock: -quantity }, $push: { reserved: { orderId, quantity } } });
  return 'reserved';
}

export async function release(db: Db, bookId: string, orderId: string) {
  const books = db.collection('books');
  const book = await books.findOne({ _id: bookId, 'reserved.orderId': orderId });
  if (!book) return false;
  const { quantity } = book.reserved.find((entry) => entry.orderId === orderId);
  await books.updateOne({ _id: bookId }, { $inc: { stock: quantity }, $pull: { reserved: { orderId } } });
  return true;
}
