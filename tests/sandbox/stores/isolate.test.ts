import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeTypes } from '#lib/store-types';
import { createJavascriptRuntime, type JavascriptRuntime } from '#sandbox/javascript/runtime';
import { codeExercise, gradeWith } from '../exercises.ts';

const plain = codeExercise({
  tests: `
    test('counts', async ({ evaluate }) => {
      const seen = await evaluate(async ({ count }) => {
        const client = await require('redis').createClient().connect();
        await client.flushAll();
        const seen = [await count(client, 'a'), await count(client, 'a'), await client.ttl('a')];
        await new Promise((resolve) => setTimeout(resolve, 60000));
        return [...seen, await count(client, 'a')];
      });
      expect(seen).toEqual([1, 2, 60, 1]);
    });
    test('agrees with the reference', async ({ evaluate, reference, random }) => {
      const driver = async ({ total }, prices) => {
        const db = new (require('mongodb').MongoClient)().db();
        await db.dropDatabase();
        await db.collection('books').insertMany(prices.map((price) => ({ price })));
        return total(db);
      };
      const prices = Array.from({ length: 5 }, () => random.int(1, 99));
      expect(await evaluate(driver, prices)).toBe(await reference.evaluate(driver, prices));
    });`,
  solution: `export async function total(db) {
    const [{ sum }] = await db.collection('books').aggregate([{ $group: { _id: null, sum: { $sum: '$price' } } }]).toArray();
    return sum;
  }`,
});
const exercise = { ...plain, meta: { ...plain.meta, modules: ['mongodb', 'redis'] as ('mongodb' | 'redis')[] } };
const honest = `
import type { RedisClientType } from 'redis';
import { MongoServerError, type Db } from 'mongodb';
export async function count(client: RedisClientType, key: string) {
  const [n] = await client.multi().incr(key).expire(key, 60, 'NX').exec();
  return n;
}
export async function total(db: Db) {
  if (typeof MongoServerError !== 'function') return 0;
  let sum = 0;
  for await (const { price } of db.collection('books').find()) sum += price;
  return sum;
}`;

describe('databases in the isolate', { timeout: 30_000 }, () => {
  let runtime: JavascriptRuntime;
  beforeAll(async () => {
    runtime = createJavascriptRuntime({ children: 1 });
    await runtime.boot();
  });
  afterAll(() => runtime.dispose());

  test('a file that imports them passes, also where its types are checked', async () => {
    expect((await gradeWith(runtime, exercise, honest)).verdict).toMatchObject({ status: 'passed' });
    const typed = { ...exercise, meta: { ...exercise.meta, types: true } };
    expect((await gradeWith(runtime, typed, honest)).verdict).toMatchObject({ status: 'passed' });
    const misspelt = await gradeWith(runtime, typed, honest.replace('.incr(', '.increment('));
    expect(misspelt.verdict).toMatchObject({ status: 'errored', reason: 'type' });
  });

  test('an exercise that does not name them has none', async () => {
    const { verdict } = await gradeWith(runtime, plain, honest);
    expect(verdict).toMatchObject({ status: 'errored', reason: 'threw' });
    expect(verdict.status === 'errored' && verdict.message).toContain("imports 'mongodb'");
    const typed = { ...plain, meta: { ...plain.meta, types: true } };
    expect((await gradeWith(runtime, typed, honest)).verdict).toMatchObject({ status: 'errored', reason: 'type' });
  });

  test('code of a lesson has them when it imports them', async () => {
    const run = (source: string) => runtime.run({ source, signal: new AbortController().signal });
    const source = `import { createClient } from 'redis';
      const main = async () => { const client = await createClient().connect(); await client.set('a', '1'); console.log(await client.incr('a')); };
      void main();`;
    expect(await run(source)).toMatchObject({ status: 'ran', console: '2\n' });
    expect(await run('console.log(typeof require)')).toMatchObject({ status: 'ran', console: 'undefined\n' });
    const mongo = `import { MongoClient } from 'mongodb'; void new MongoClient().db().collection('a').insertOne({ n: 1 }).then(({ acknowledged }) => console.log(acknowledged));`;
    expect(await run(mongo)).toMatchObject({ status: 'ran', console: 'true\n' });
  });

  test.each([
    [
      'a require of their own',
      `globalThis.require = () => ({}); globalThis.require('redis'); exports.count = () => 1; exports.total = () => 1;`,
    ],
    [
      'a redefined require',
      `Object.defineProperty(globalThis, 'require', { value: () => ({ createClient: () => ({ connect: () => null }) }) });`,
    ],
    [
      'a Map that lies',
      `const get = Map.prototype.get; Map.prototype.get = function (k) { return k === 'a' ? { kind: 'string', value: '1', expiresAt: null } : get.call(this, k); }; exports.count = async (c, k) => c.incr(k); exports.total = () => 1;`,
    ],
    [
      'a client that is replaced',
      `const { createClient } = require('redis'); const proto = Object.getPrototypeOf(createClient()); proto.ttl = () => 60; exports.count = () => 1; exports.total = () => 1;`,
    ],
    [
      'promises that lie',
      `Promise.prototype.then = function (f) { f([1, 2, 60, 1]); return this; }; exports.count = () => 1; exports.total = () => 1;`,
    ],
    [
      'a constructor of functions',
      `const { createClient } = require('redis'); const made = createClient.constructor('return this')(); exports.count = () => made.process?.pid ?? 1; exports.total = () => typeof made.process;`,
    ],
    [
      'JSON that lies',
      `JSON.stringify = () => '[1,2,60,1]'; JSON.parse = () => [1]; exports.count = () => 9; exports.total = () => 9;`,
    ],
  ])('%s breaks their own database and passes nothing', async (_what, code) => {
    expect((await gradeWith(runtime, exercise, code)).verdict.status).not.toBe('passed');
    expect((await gradeWith(runtime, exercise, honest)).verdict.status).toBe('passed');
  });
});

test('content is checked against the declarations that learners see', () => {
  const file = fs.readFileSync(path.join(import.meta.dirname, '../../../content/stores.d.ts'), 'utf8');
  expect(file.slice(file.indexOf('declare module'))).toBe(storeTypes.slice(storeTypes.indexOf('declare module')));
});
