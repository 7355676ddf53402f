import type { Db } from 'mongodb';

export async function reserve(db: Db, bookId: string, orderId: string, quantity: number) {
  const books = db.collection('books');
  for (;;) {
    const book = await books.findOne({ _id: bookId });
    if (!book) return 'unknown book';
    if (book.reserved.some((entry) => entry.orderId === orderId)) return 'reserved';
    if (book.stock < quantity) return 'sold out';
    const { modifiedCount } = await books.updateOne(
      { _id: bookId, stock: book.stock, reserved: book.reserved },
      { $set: { stock: book.stock - quantity, reserved: [...book.reserved, { orderId, quantity }] } },
    );
    if (modifiedCount === 1) return 'reserved';
  }
}

export async function release(db: Db, bookId: string, orderId: string) {
  const books = db.collection('books');
  for (;;) {
    const book = await books.findOne({ _id: bookId });
    const entry = book?.reserved.find((one) => one.orderId === orderId);
    if (!book || !entry) return false;
    const reserved = book.reserved.filter((one) => one !== entry);
    const { modifiedCount } = await books.updateOne(
      { _id: bookId, stock: book.stock, reserved: book.reserved },
      { $set: { stock: book.stock + entry.quantity, reserved } },
    );
    if (modifiedCount === 1) return true;
  }
}
