import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { json } from '#sandbox/sql/json';
import { sqlLimits } from '#sandbox/sql/limits';
import type { Answer, OpenDatabase } from '#sandbox/sql/open-database';
import { customers, openWorkshop, type Workshop } from './exercise-literal.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

const recipe = { schema: customers, data: "insert into customers values (1, 'Ada', 'Oslo', 10.50)" };
const patient = { timeout: 20_000, interval: 25 };
const status = () => workshop.runtime.status() as Record<string, number>;
const settled = () => vi.waitFor(() => expect(status()).toMatchObject({ leased: 0, retiring: 0 }), patient);

async function withDatabase(work: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const database = await workshop.runtime.openDatabase(recipe, new AbortController().signal);
  try {
    await work(database);
  } finally {
    await database.release();
  }
}

function rowsOf(answer: Answer): (string | null)[][] {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.rows;
}

test('two sessions share a database that holds what the recipe says, and own it', () =>
  withDatabase(async (database) => {
    const [a, b] = [await database.connect(), await database.connect()];
    expect(await a.query('create table notes as select 1 as n')).toMatchObject({ ok: true, rowCount: 1 });
    expect(rowsOf(await b.query('select count(*) from customers, notes'))).toEqual([['1']]);
    expect(await a.query('alter table customers add column note text')).toMatchObject({ ok: true, command: 'ALTER' });
    expect(a.pid).not.toBe(b.pid);
  }));

test('two databases know nothing of each other', () =>
  withDatabase(async (one) => {
    await (await one.connect()).query('delete from customers');
    await withDatabase(async (other) => {
      expect(rowsOf(await (await other.connect()).query('select count(*) from customers'))).toEqual([['1']]);
    });
  }));

test('parameters are values and never SQL; without them a text may hold several statements', () =>
  withDatabase(async (database) => {
    const session = await database.connect();
    const answer = await session.query('select $1::text as t, $2::int as n', ["'; drop table customers; --", 7]);
    expect(answer).toMatchObject({
      columns: [
        { name: 't', type: 'text' },
        { name: 'n', type: 'int4' },
      ],
    });
    expect(rowsOf(answer)).toEqual([["'; drop table customers; --", '7']]);
    expect(rowsOf(await session.query('select 1; select 2'))).toEqual([['2']]);
    expect(await session.query('select 1; select 2', [])).toMatchObject({ error: { sqlState: '42601' } });
  }));

test('an error says what PostgreSQL says, and the session goes on', () =>
  withDatabase(async (database) => {
    const session = await database.connect();
    const answer = await session.query("insert into customers values (1, 'Bo', 'Bergen', 2)");
    expect(answer).toMatchObject({ error: { sqlState: '23505', constraint: 'customers_pkey' } });
    expect(await session.query('select nam from customers')).toMatchObject({
      error: { sqlState: '42703', position: 8 },
    });
    expect(rowsOf(await session.query("do $$ begin raise notice 'hi'; end $$; select 1"))).toEqual([['1']]);
  }));

test('what runs too long ends with its session, whatever it set, and the others go on', () =>
  withDatabase(async (database) => {
    const [slow, other] = [await database.connect(), await database.connect()];
    const running = slow.query('set statement_timeout = 0; select pg_sleep(3600)', undefined, 50);
    expect(await running).toEqual({ ok: false, end: 'time-limit' });
    expect(await slow.query('select 1')).toEqual({ ok: false, end: 'lost' });
    expect(rowsOf(await other.query('select 1'))).toEqual([['1']]);
  }));

test('queries of one session wait for each other without losing their time', () =>
  withDatabase(async (database) => {
    const session = await database.connect();
    const first = session.query('select pg_sleep(2.5)', undefined, 60_000);
    const second = session.query('select 2', undefined, 2000);
    expect((await first).ok).toBe(true);
    expect(rowsOf(await second)).toEqual([['2']]);
  }));

test('an answer that is too large ends the session', () =>
  withDatabase(async (database) => {
    const session = await database.connect();
    expect(await session.query("select repeat('x', 20000000)")).toEqual({ ok: false, end: 'memory-limit' });
  }));

test('there are only so many connections at a time, and a closed one makes room', () =>
  withDatabase(async (database) => {
    const opening = Array.from({ length: sqlLimits.connectionsMax }, () => database.connect());
    const sessions = await Promise.all(opening);
    await expect(database.connect()).rejects.toMatchObject({ message: expect.stringContaining('at most') as string });
    sessions[0]?.close();
    await vi.waitFor(async () => expect((await database.connect()).pid).toBeGreaterThan(0), patient);
  }));

test('release ends a session in the middle of a query and leaves no database and no role', async () => {
  const database = await workshop.runtime.openDatabase(recipe, new AbortController().signal);
  const session = await database.connect();
  const name = rowsOf(await session.query('select current_database()'))[0]?.[0] ?? '';
  const doomed = session.query('select pg_sleep(3600)', undefined, 60_000);
  await database.release();
  await database.release();
  expect(await doomed).toEqual({ ok: false, end: 'lost' });
  await expect(database.connect()).rejects.toMatchObject({ message: expect.stringContaining('released') as string });
  await settled();
  const left = await workshop.run(
    `select (select count(*) from pg_database where datname = '${name}') as databases,
            (select count(*) from pg_roles where rolname like '%${name}') as roles`,
  );
  expect(left).toMatchObject({ grid: { rows: [['0', '0']] } });
});

test('an aborted signal gives everything up, before and after the database is there', async () => {
  const early = new AbortController();
  const opening = workshop.runtime.openDatabase(recipe, early.signal);
  early.abort();
  await opening.then(
    (database) =>
      expect(database.connect()).rejects.toMatchObject({ message: expect.stringContaining('released') as string }),
    () => undefined,
  );
  const late = new AbortController();
  const database = await workshop.runtime.openDatabase(recipe, late.signal);
  const session = await database.connect();
  const doomed = session.query('select pg_sleep(3600)', undefined, 60_000);
  late.abort();
  expect(await doomed).toEqual({ ok: false, end: 'lost' });
  await settled();
});

test('a recipe that does not load says why', async () => {
  const broken = { schema: 'create table t (id integre)', data: '' };
  const { signal } = new AbortController();
  await expect(workshop.runtime.openDatabase(broken, signal)).rejects.toMatchObject({
    message: expect.stringContaining('integre') as string,
  });
});

test('json gives the values that a driver gives', () =>
  withDatabase(async (database) => {
    const answer = await (
      await database.connect()
    ).query(
      `select 1::int4 as i, 2::int8 as big, 1.50::numeric as price, 0.5::float8 as f, true as yes, null as none,
              '{"a": [1]}'::jsonb as j, '{1,2}'::int4[] as list, date '2026-03-01' as day,
              timestamptz '2026-03-01 10:00:00.5+02' as at, timestamp '2026-03-01 10:00' as local, 'x'::text as t`,
    );
    if (!answer.ok) throw new Error('no answer');
    expect(json(answer)).toEqual([
      {
        ...{ i: 1, big: '2', price: '1.50', f: 0.5, yes: true, none: null, j: { a: [1] }, list: [1, 2] },
        ...{
          day: '2026-03-01T00:00:00.000Z',
          at: '2026-03-01T08:00:00.500Z',
          local: '2026-03-01T10:00:00.000Z',
          t: 'x',
        },
      },
    ]);
  }));
