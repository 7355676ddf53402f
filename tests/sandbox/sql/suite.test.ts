import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exercise } from '#content/exercise';
import { verdictSchema, type TestResult } from '#lib/verdict';
import { seededRandom } from '#sandbox/random';
import { emptyDataSet, openWorkshop, sqlExercise, testsOf, type Workshop } from './exercise-literal.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

const inTest = (body: string) => `test('the test', async ({ sql, random }) => { ${body} });`;

type Given = Partial<Parameters<typeof sqlExercise>[0]> & { body: string };

const exerciseOf = ({ body, solution = 'select 1', ...rest }: Given): Exercise =>
  sqlExercise({ solution, tests: inTest(body), ...rest });

async function judge(given: Given, source: string): Promise<TestResult> {
  const verdict = await workshop.grade(exerciseOf(given), source);
  verdictSchema.parse(verdict);
  const [result] = testsOf(verdict);
  if (result === undefined) throw new Error('no test');
  return result;
}

describe('queries', () => {
  const body = `
    const expected = await sql.reference.select();
    expect(await sql.select()).toEqualRows(expected, { order: ['name'] });
    expect((await sql.select()).columns).toEqual([{ name: 'name', type: 'text' }]);`;
  const solution = 'select name from customers order by name';

  test('rows that are right pass, in any writing', async () => {
    expect(await judge({ body, solution }, 'table customers_x')).toMatchObject({ status: 'errored', at: { line: 1 } });
    const source = 'with c as (select * from customers) select c.name from c order by 1';
    expect(await judge({ body, solution }, source)).toMatchObject({ status: 'passed' });
  });

  test('wrong rows and a wrong order are shown as grids, as in a plain query', async () => {
    const few = await judge({ body, solution }, "select name from customers where city = 'Oslo'");
    expect(few).toMatchObject({ status: 'failed', message: expect.stringContaining('missing') as string });
    expect(few.grids?.expected.rows).toHaveLength(3);
    const unsorted = await judge({ body, solution }, 'select name from customers order by name desc');
    expect(unsorted.message).toContain('not in the right order');
  });

  test('a row can be written down by the author, with nulls, numbers and truth values', async () => {
    const written = `expect(await sql.select()).toEqualRows([{ n: 1, t: 'x', nothing: null, yes: true }]);`;
    expect(await judge({ body: written }, "select 1 as n, 'x' as t, null as nothing, true as yes")).toMatchObject({
      status: 'passed',
    });
    const none = await judge(
      { body: `expect((await sql.select()).rows).toEqualRows([]);` },
      'select 1 as n where false',
    );
    expect(none.status).toBe('passed');
  });

  test('a query of this kind cannot write', async () => {
    const result = await judge({ body, solution }, 'delete from customers returning name');
    expect(result).toMatchObject({ status: 'errored', message: expect.stringContaining('reads') as string });
  });

  test('reading a value that is not there fails the test and is no fault of the exercise', async () => {
    const missing = `const { rows } = await sql.select(); expect(rows[0].name.length).toBe(3);`;
    expect(await judge({ body: missing }, 'select name from customers where false')).toMatchObject({
      status: 'failed',
    });
  });
});

describe('statements', () => {
  const body = `
    const after = await sql.run();
    const expected = await sql.reference.run();
    expect(await after.state()).toEqualState(await expected.state());
    expect(after.rowCount).toBe(2);`;
  const solution = "update customers set balance = balance + 1 where city = 'Oslo'";

  test('the state afterwards is compared, not how it came about', async () => {
    expect(await judge({ body, solution }, solution)).toMatchObject({ status: 'passed' });
    const merge = `merge into customers c using (select id from customers where city = 'Oslo') o on o.id = c.id
      when matched then update set balance = c.balance + 1`;
    expect(await judge({ body, solution }, merge)).toMatchObject({ status: 'passed' });
    const result = await judge({ body, solution }, 'update customers set balance = balance + 1');
    expect(result).toMatchObject({ status: 'failed', message: expect.stringContaining('customers') as string });
    expect(result.grids?.differing.length).toBeGreaterThan(0);
  });

  test('an error has the place in the file and ends the tests after it', async () => {
    const exercise = sqlExercise({
      solution,
      tests: `${inTest(body)} test('another', async ({ sql }) => { await sql.run(); });`,
    });
    const verdict = await workshop.grade(exercise, 'update customers\nset balanc = 1');
    expect(verdict).toMatchObject({ status: 'errored', at: { file: 'solution.sql', line: 2, column: 5 } });
    expect(testsOf(verdict)[1]).toMatchObject({ status: 'not-run' });
  });

  test('a transaction that is left open is told', async () => {
    const result = await judge({ body, solution }, `begin; ${solution}`);
    expect(result).toMatchObject({ status: 'failed', message: expect.stringContaining('COMMIT') as string });
  });

  test('a file can be run twice, on another data set and after SQL of the author', async () => {
    const twice = `
      const after = await sql.run({ data: 'empty', prepare: "insert into customers values (9, 'Zoe', 'Oslo', 1)", times: 2 });
      expect((await after.query('select balance from customers')).rows).toEqual([{ balance: '3.00' }]);`;
    const dataSets = [{ name: 'visible', hidden: false, sql: '' }, emptyDataSet];
    expect(await judge({ body: twice, solution, dataSets }, solution)).toMatchObject({ status: 'passed' });
  });

  test('what one test changes is undone before the next, and the file runs once for both', async () => {
    const tests = `
      test('a', async ({ sql }) => { const after = await sql.run(); await after.query('delete from customers'); });
      test('b', async ({ sql }) => {
        const after = await sql.run();
        expect((await after.query('select count(*)::int as n from customers')).rows).toEqual([{ n: 3 }]);
        expect((await after.query('select max(n)::int as n from runs')).rows).toEqual([{ n: 1 }]);
      });`;
    const exercise = sqlExercise({ solution, tests });
    const source = 'create table runs as select 1 as n; insert into runs select max(n) from runs';
    expect(await workshop.grade(exercise, source)).toMatchObject({ status: 'passed' });
  });

  test('a table that was replaced by a view is no table', async () => {
    const fake = `alter table customers rename to old; create view customers as select id, name, city, balance + 1 as balance from old`;
    const anyCount = `const after = await sql.run(); expect(await after.state()).toEqualState(await (await sql.reference.run()).state());`;
    const result = await judge({ body: anyCount, solution }, fake);
    expect(result).toMatchObject({ status: 'failed', message: expect.stringContaining('no ordinary table') as string });
  });
});

describe('schemas', () => {
  const solution = `create table invoices (id int primary key, customer_id int not null references customers on delete cascade,
    amount numeric not null check (amount > 0))`;
  const body = `
    const after = await sql.run();
    await after.accepts('insert into invoices values (1, 1, 5)');
    await after.refuses('insert into invoices values (1, 1, 5); insert into invoices values (1, 1, 5)', 'unique');
    await after.refuses('insert into invoices values (1, null, 5)', 'not null');
    await after.refuses('insert into invoices values (1, 99, 5)', 'foreign key');
    await after.refuses('insert into invoices values (1, 1, 0)', 'check');
    await after.query('insert into invoices values (2, 1, 5)');
    await after.query('delete from customers where id = 1');
    expect((await after.query('select * from invoices')).rows).toEqualRows([]);`;

  test('good rows must be accepted and bad ones refused for the right reason', async () => {
    expect(await judge({ body, solution }, solution)).toMatchObject({ status: 'passed' });
  });

  test.each([
    ['a row that is refused and should not be', solution.replace('> 0', '> 10'), 'must be accepted, and was refused'],
    ['a row that is accepted and should not be', solution.replace('check (amount > 0)', ''), 'a CHECK constraint'],
    [
      'another reason',
      solution.replace('not null references', 'check (customer_id is not null) references'),
      'another reason',
    ],
    ['a table that is missing', 'create table invoice (id int)', 'relation "invoices" does not exist'],
    [
      'a trigger that swallows rows',
      `${solution}; create function f() returns trigger language plpgsql as 'begin return null; end';
       create trigger t before insert on invoices for each row execute function f()`,
      'touched no row',
    ],
    [
      'a constraint that speaks at the end of the transaction alone',
      solution.replace('on delete cascade', 'on delete cascade deferrable initially deferred'),
      undefined,
    ],
  ])('%s', async (_name, source, message) => {
    const result = await judge({ body, solution }, source);
    expect(result.status).toBe(message === undefined ? 'passed' : 'failed');
    if (message !== undefined) expect(result.message).toContain(message);
  });
});

describe('plans', () => {
  const schema = 'create table events (id int primary key, account int not null, at timestamptz not null);';
  const dataSets = [
    {
      name: 'visible',
      hidden: false,
      sql: `insert into events select n, n % 500, timestamptz '2026-01-01' + n * interval '1 minute' from generate_series(1, 20000) n`,
    },
  ];
  const asked = 'select count(*) from events where account = 7';
  const body = `
    const after = await sql.run();
    const plan = await after.plan('${asked}');
    plan.usesIndex('events');
    plan.readsAtMost('events', 60);
    plan.buffersAtMost(60);`;
  const given = { body, schema, dataSets, solution: 'create index on events (account)' };

  test('an index that serves passes, and the plan comes with the result', async () => {
    const result = await judge(given, 'create index on events (account, at)');
    expect(result).toMatchObject({ status: 'passed', plan: { node: 'Aggregate', rowsActual: 1 } });
    expect(JSON.stringify(result.plan)).toContain('events_account_at_idx');
  });

  test('a sequential scan is named with what it read', async () => {
    const result = await judge(given, 'create index on events (at, account)');
    expect(result).toMatchObject({ status: 'failed' });
    expect(result.message).toMatch(/^The plan (reads events with a Seq Scan: 20,000 rows read, 40 rows kept|takes)/);
  });

  test('the plan is the same each time', async () => {
    const plans = [await judge(given, given.solution), await judge(given, given.solution)].map(({ plan }) => plan);
    expect(plans[0]).toEqual(plans[1]);
  });

  test('a table that was shadowed by a view or a rule gives no plan', async () => {
    const fake = 'alter table events rename to real; create view events as select * from real where account = 7';
    expect(await judge(given, fake)).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('no ordinary table') as string,
    });
  });

  test("a learner's own query is explained too, with places in their file", async () => {
    const own = {
      ...given,
      body: `const plan = await sql.plan(); plan.avoids('Seq Scan'); expect(plan.nodes.length).toBeGreaterThan(0);`,
    };
    expect(await judge(own, 'select id from events where id = 5')).toMatchObject({ status: 'passed' });
    expect(await judge(own, 'select id from events where id + 0 = 5')).toMatchObject({
      status: 'failed',
      plan: { node: 'Seq Scan' },
    });
    expect(await judge(own, 'select idd from events')).toMatchObject({ at: { line: 1, column: 8 } });
  });

  test('code in lessons that explains as json brings its plan', async () => {
    expect(await workshop.run('explain (format json) select * from customers where id = 1', 'shop')).toMatchObject({
      plan: { node: 'Seq Scan', relation: 'customers', rowsActual: null },
    });
  });
});

test('with more seeds a random case that fails with any of them fails', async () => {
  const drawn = seededRandom(3).int(1, 1_000_000);
  const exercise = sqlExercise({
    solution: 'select 1 as n',
    tests: `test('draws nothing', async ({ sql }) => { await sql.run(); });
      test('draws', async ({ sql, random }) => {
        expect((await sql.select()).rows).toHaveLength(1);
        expect(random.int(1, 1_000_000)).not.toBe(${drawn});
      });`,
  });
  const grade = (...moreSeeds: number[]) => workshop.grade(exercise, 'select 1 as n', 'submit', moreSeeds);
  expect(await grade(2)).toMatchObject({ status: 'passed' });
  const failed = await grade(2, 3);
  expect(testsOf(failed).map(({ name, status }) => `${name}: ${status}`)).toEqual([
    'draws nothing: passed',
    'draws: failed',
  ]);
});

describe('faults of the exercise', () => {
  const refused = async (body: string, given: Partial<Given> = {}) =>
    expect(workshop.grade(exerciseOf({ body, ...given }), 'select 1')).rejects.toThrow();
  test('a data set that is not there, a call without await, a reference that fails', async () => {
    await refused(`await sql.run({ data: 'nowhere' });`);
    await refused(`void sql.run(); await new Promise((resolve) => setTimeout(resolve, 0));`);
    await refused(`await sql.reference.run();`, { solution: 'select nothing' });
    await refused(`await (await sql.run()).refuses('select 1', 'checks');`);
    await refused(`throw new Error('x');`);
  });
});
