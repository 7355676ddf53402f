import * as mingo from 'mingo';
import { beforeEach, expect, test } from 'vitest';
import type { Mingo } from '../../../sandbox/javascript/stores/mingo.ts';
import { createMongo } from '../../../sandbox/javascript/stores/mongodb.ts';

/** As https://www.mongodb.com/docs/manual/ and https://mongodb.github.io/node-mongodb-native/ describe it; mingo has tests of its own. */
const { MongoClient, ObjectId, MongoServerError } = createMongo(mingo as unknown as Mingo);
const db = new MongoClient('mongodb://localhost:27017/bookshop').db();
const books = db.collection('books');

beforeEach(async () => {
  await db.dropDatabase();
  await books.insertMany([
    { _id: 1, title: 'Slow Queries', price: 11, tags: ['sql', 'plans'], author: { name: 'Ada' } },
    { _id: 2, title: 'Locks', price: 9.5, tags: ['sql'], author: { name: 'Bo' } },
    { _id: 3, title: 'Queues', price: 30, tags: [] },
  ]);
});

test('find: nested fields, elements of arrays, missing fields, and a cursor that is sorted, skipped, limited and projected', async () => {
  const titles = async (filter: object) => (await books.find({ ...filter }).toArray()).map(({ title }) => title);
  expect(await titles({ 'author.name': 'Ada' })).toEqual(['Slow Queries']);
  expect(await titles({ tags: 'sql', price: { $lt: 10 } })).toEqual(['Locks']);
  expect(await titles({ author: null })).toEqual(['Queues']);
  expect(await titles({ $or: [{ price: { $gt: 20 } }, { title: /^Slow/ }] })).toEqual(['Slow Queries', 'Queues']);
  const cursor = books.find().sort({ price: -1 }).skip(1).limit(1).project({ title: 1, _id: 0 });
  expect(await cursor.toArray()).toEqual([{ title: 'Slow Queries' }]);
  const seen = [];
  for await (const { title } of books.find({}, { sort: { title: 1 } })) seen.push(title);
  expect(seen).toEqual(['Locks', 'Queues', 'Slow Queries']);
  expect([await books.countDocuments({ tags: 'sql' }), await books.distinct('tags')]).toEqual([2, ['sql', 'plans']]);
});

test('insertOne gives the caller’s object an ObjectId, and what is stored is nobody’s object', async () => {
  const book = { title: 'New', tags: ['a'] } as Record<string, unknown>;
  const { insertedId } = await books.insertOne(book);
  expect(insertedId).toBeInstanceOf(ObjectId);
  expect(book._id).toBe(insertedId);
  (book.tags as string[]).push('b');
  const found = await books.findOne({ _id: new ObjectId(String(insertedId)) });
  expect(found).toEqual({ _id: insertedId, title: 'New', tags: ['a'] });
  expect(Object.keys(found ?? {})[0]).toBe('_id');
  (found?.tags as string[]).push('c');
  expect((await books.findOne({ title: 'New' }))?.tags).toEqual(['a']);
});

test('updates: operators, counts of matched and modified, a refusal of what has none, an _id that stays', async () => {
  const update = { $inc: { price: 1 }, $push: { tags: 'new' }, $set: { 'author.name': 'Eve' } };
  expect(await books.updateOne({ _id: 1 }, update)).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
  expect(await books.findOne({ _id: 1 })).toMatchObject({
    price: 12,
    tags: ['sql', 'plans', 'new'],
    author: { name: 'Eve' },
  });
  expect(await books.updateMany({ tags: 'sql' }, { $set: { price: 12 } })).toMatchObject({
    matchedCount: 2,
    modifiedCount: 1,
  });
  expect(await books.updateOne({ _id: 9 }, { $set: { a: 1 } })).toMatchObject({ matchedCount: 0, upsertedCount: 0 });
  await expect(books.updateOne({ _id: 1 }, { price: 1 })).rejects.toThrow('Update document requires atomic operators');
  await expect(books.updateOne({ _id: 1 }, { $set: { _id: 2 } })).rejects.toMatchObject({ code: 66 });
  await books.updateOne({ _id: 1, tags: 'plans' }, { $set: { 'tags.$': 'plan' } });
  expect((await books.findOne({ _id: 1 }))?.tags).toEqual(['sql', 'plan', 'new']);
  await books.replaceOne({ _id: 2 }, { title: 'Whole' });
  expect(await books.findOne({ _id: 2 })).toEqual({ _id: 2, title: 'Whole' });
});

test('an upsert begins with what the filter says is equal, and $setOnInsert counts only then', async () => {
  const count = () =>
    books.updateOne(
      { isbn: 'x', price: { $gt: 1 } },
      { $inc: { sold: 2 }, $setOnInsert: { price: 5 } },
      { upsert: true },
    );
  expect(await count()).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
  expect(await count()).toMatchObject({ matchedCount: 1, upsertedCount: 0, modifiedCount: 1 });
  expect(await books.findOne({ isbn: 'x' })).toMatchObject({ sold: 4, price: 5 });
});

test('findOneAndUpdate gives the document before, or after when asked, and null where nothing matches', async () => {
  expect(await books.findOneAndUpdate({ _id: 1 }, { $inc: { price: 1 } })).toMatchObject({ price: 11 });
  expect(
    await books.findOneAndUpdate({}, { $inc: { price: 1 } }, { returnDocument: 'after', sort: { price: -1 } }),
  ).toMatchObject({ _id: 3, price: 31 });
  expect(await books.findOneAndUpdate({ _id: 1, stock: { $gte: 1 } }, { $inc: { stock: -1 } })).toBeNull();
  expect([await books.findOneAndDelete({ _id: 3 }), await books.countDocuments()]).toEqual([
    expect.objectContaining({ _id: 3 }),
    2,
  ]);
});

test('a unique index refuses the second, counts missing as one value, and may leave documents out', async () => {
  await books.createIndex({ isbn: 1 }, { unique: true, partialFilterExpression: { isbn: { $exists: true } } });
  await books.updateOne({ _id: 1 }, { $set: { isbn: 'a' } });
  const refused = await books.insertOne({ isbn: 'a' }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MongoServerError);
  expect(refused).toMatchObject({ code: 11000, keyPattern: { isbn: 1 }, keyValue: { isbn: 'a' } });
  await expect(books.updateOne({ _id: 2 }, { $set: { isbn: 'a' } })).rejects.toMatchObject({ code: 11000 });
  await expect(books.createIndex({ 'author.born': 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
  await expect(books.insertOne({ _id: 1 })).rejects.toThrow(
    'E11000 duplicate key error collection: bookshop.books index: _id_ dup key: { _id: 1 }',
  );
  const many = await books.insertMany([{ _id: 7 }, { _id: 7 }, { _id: 8 }]).catch((error: unknown) => error);
  expect(many).toMatchObject({ code: 11000, insertedCount: 1 });
  expect(await books.countDocuments()).toBe(4);
  const unordered = await books
    .insertMany([{ _id: 8 }, { _id: 8 }, { _id: 9 }], { ordered: false })
    .catch((error: unknown) => error);
  expect(unordered).toMatchObject({ insertedCount: 2 });
});

test('aggregate: $match, $unwind, $group, $sort, $lookup from another collection of the database, $facet', async () => {
  await db.collection('reviews').insertMany([
    { book: 1, stars: 5 },
    { book: 1, stars: 2 },
  ]);
  const perTag = [
    { $unwind: '$tags' },
    { $group: { _id: '$tags', books: { $sum: 1 }, worth: { $sum: '$price' } } },
    { $sort: { books: -1 } },
  ];
  expect(await books.aggregate(perTag).toArray()).toEqual([
    { _id: 'sql', books: 2, worth: 20.5 },
    { _id: 'plans', books: 1, worth: 11 },
  ]);
  const rated = [
    { $lookup: { from: 'reviews', localField: '_id', foreignField: 'book', as: 'reviews' } },
    { $project: { stars: { $avg: '$reviews.stars' } } },
    { $sort: { _id: 1 } },
  ];
  expect(await books.aggregate(rated).toArray()).toEqual([
    { _id: 1, stars: 3.5 },
    { _id: 2, stars: null },
    { _id: 3, stars: null },
  ]);
  await expect(books.aggregate([{ $out: 'x' }]).toArray()).rejects.toThrow('has no $out');
  expect(() => new MongoClient().startSession()).toThrow('no transactions');
  await expect(books.find({ a: { $nonsense: 1 } }).toArray()).rejects.toThrow('$nonsense');
});

test('two who read before they write lose an update, and one operator does not', async () => {
  const naive = async () => {
    const { price } = (await books.findOne({ _id: 3 })) as { price: number };
    await books.updateOne({ _id: 3 }, { $set: { price: price + 1 } });
  };
  await Promise.all([naive(), naive()]);
  expect((await books.findOne({ _id: 3 }))?.price).toBe(31);
  await Promise.all([1, 2].map(() => books.updateOne({ _id: 3 }, { $inc: { price: 1 } })));
  expect((await books.findOne({ _id: 3 }))?.price).toBe(33);
});
