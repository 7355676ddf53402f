import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkshop, type Workshop } from './exercise-literal.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

test('a script shows the rows of its last query, and tags and notices as console', async () => {
  const outcome = await workshop.run(`
    create table notes (id int, body text);
    insert into notes values (1, 'a'), (2, null) returning id;
    update notes set body = 'b' where id = 1;
    do $$ begin raise notice 'half way'; end $$;
    select * from notes order by id;`);
  expect(outcome).toMatchObject({
    status: 'ran',
    grid: {
      columns: ['id', 'body'],
      rows: [
        ['1', 'b'],
        ['2', null],
      ],
      rowsOmitted: 0,
    },
    console: 'CREATE TABLE\nUPDATE 1\nNOTICE: half way\nDO',
  });
});

test('a sample database can be read, changed, indexed and altered', async () => {
  const outcome = await workshop.run(
    `create index on customers (city); alter table customers add column note text; create schema s;
     update customers set note = 'x' where city = 'Oslo'; explain (costs off) select * from customers where id = 1`,
    'shop',
  );
  expect(outcome).toMatchObject({ status: 'ran', grid: { columns: ['QUERY PLAN'] } });
});

test('a query without rows still shows its columns', async () => {
  expect(await workshop.run('select 1 as a, 2 as b where false')).toMatchObject({
    grid: { columns: ['a', 'b'], rows: [] },
  });
});

test('a script without queries has no grid', async () => {
  const outcome = await workshop.run('create table t (a int)');
  expect(outcome).toMatchObject({ status: 'ran', console: 'CREATE TABLE' });
  expect(outcome).not.toHaveProperty('grid');
});

test('an error keeps the console before it and names the place in the script', async () => {
  const outcome = await workshop.run('create table t (a int);\ninsert into u values (1)');
  expect(outcome).toMatchObject({
    status: 'errored',
    reason: 'threw',
    console: 'CREATE TABLE',
    at: { line: 2, column: 13 },
  });
});

test('long results are counted beyond the rows that are shown', async () => {
  const outcome = await workshop.run('select g from generate_series(1, 1000) g');
  expect(outcome).toMatchObject({ status: 'ran', grid: { rowsOmitted: 800 } });
});

test('an unknown sample database is named', async () => {
  expect(await workshop.run('select 1', 'nowhere')).toMatchObject({
    status: 'errored',
    message: expect.stringContaining('nowhere'),
  });
});

test('letters beyond ASCII have their case, and sorting is by code point', async () => {
  const outcome = await workshop.run(
    "select upper('é') as u, (select string_agg(c, '' order by c) from unnest('{b,A,a,B}'::text[]) c) as s",
  );
  expect(outcome).toMatchObject({ grid: { rows: [['É', 'ABab']] } });
});

test('more than may wait are told so', async () => {
  await using small = await openWorkshop({ runningMax: 1, waitingMax: 0 });
  const outcomes = await Promise.all([small.run('select pg_sleep(0.2)'), small.run('select 1')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['ran', 'unavailable']);
});
