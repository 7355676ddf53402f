import type { Db } from 'mongodb';

export type Reservation = 'reserved' | 'sold out' | 'unknown book';

export async function reserve(db: Db, bookId: string, orderId: string, quantity: number): Promise<Reservation> {
  const books = db.collection('books');
  const book = await books.findOne({ _id: bookId });
  if (book === null) return 'unknown book';
  void orderId;
  void quantity;
  return 'sold out';
}

export async function release(db: Db, bookId: string, orderId: string): Promise<boolean> {
  void db;
  void bookId;
  void orderId;
  return false;
}
