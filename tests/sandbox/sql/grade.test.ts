import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verdictSchema } from '#lib/verdict';
import { emptyDataSet, openWorkshop, sqlExercise, testsOf, type Workshop } from './exercise-literal.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

const byCity = sqlExercise({
  solution: 'select city, sum(balance) as total from customers group by city order by city',
  order: ['city'],
});

test('the reference passes, and so does another way to write it', async () => {
  expect(await workshop.grade(byCity, byCity.solution.sql ?? '')).toMatchObject({ status: 'passed' });
  const other =
    'with c as (select * from customers) select distinct city, sum(balance) over (partition by city) total from c order by 1;';
  const verdict = await workshop.grade(byCity, other);
  expect(verdictSchema.parse(verdict)).toMatchObject({
    status: 'passed',
    tests: [{ name: 'visible', status: 'passed' }],
  });
});

test('wrong rows fail with both grids', async () => {
  const verdict = await workshop.grade(
    byCity,
    'select city, max(balance) as total from customers group by city order by city',
  );
  expect(verdictSchema.parse(verdict).status).toBe('failed');
  const [visible] = testsOf(verdict);
  expect(visible?.grids?.expected.rows).toEqual([
    ['Bergen', '20.00'],
    ['Oslo', '21.00'],
  ]);
  expect(visible?.grids?.differing).toEqual([[1, 1]]);
});

test('hidden data sets run on submit only, after the visible one, and show their data once they have failed', async () => {
  const exercise = sqlExercise({
    solution: 'select count(*) as n from customers',
    dataSets: [
      { name: 'nulls', hidden: true, sql: "insert into customers values (1, null, 'Oslo', null);" },
      { name: 'visible', hidden: false, sql: "insert into customers values (1, 'Ada', 'Oslo', 1);" },
      emptyDataSet,
    ],
  });
  const wrong = 'select count(name) as n from customers';
  expect(testsOf(await workshop.grade(exercise, wrong, 'run')).map(({ name }) => name)).toEqual(['visible']);
  const tests = testsOf(await workshop.grade(exercise, wrong));
  expect(tests.map(({ name, status }) => [name, status])).toEqual([
    ['visible', 'passed'],
    ['nulls', 'failed'],
    ['empty', 'passed'],
  ]);
  expect(tests[1]?.did.join('\n')).toContain("(1, null, 'Oslo', null)");
  expect(tests[2]?.did).toEqual([]);
});

test('an error in the data of one set does not hide the others', async () => {
  const exercise = sqlExercise({
    solution: 'select 1 as v where false',
    dataSets: [
      { name: 'visible', hidden: false, sql: '' },
      { name: 'zero', hidden: true, sql: "insert into customers values (1, 'Ada', 'Oslo', 0);" },
      emptyDataSet,
    ],
  });
  const verdict = await workshop.grade(exercise, 'select (1 / balance)::int as v from customers');
  expect(testsOf(verdict).map(({ status }) => status)).toEqual(['passed', 'errored', 'passed']);
  expect(verdict).toMatchObject({ status: 'errored', reason: 'threw' });
  expect(testsOf(verdict)[1]?.message).toContain('division by zero (SQLSTATE 22012)');
});

describe('what is not one query', () => {
  const twoSets = sqlExercise({
    solution: 'select id from customers',
    dataSets: [{ name: 'visible', hidden: false, sql: '' }, emptyDataSet],
  });

  test.each([
    ['several statements', 'select 1; select 2', 'syntax', 'more than one statement'],
    ['a statement that writes', 'delete from customers returning id', 'threw', 'would change the database'],
    [
      'writing inside a WITH',
      'with d as (delete from customers returning id) select id from d',
      'threw',
      'would change',
    ],
    ['a command', "set work_mem = '1MB'", 'threw', 'returns no rows'],
    ['the end of the transaction', 'commit', 'threw', 'returns no rows'],
    ['a transaction that writes', 'begin read write', 'threw', 'returns no rows'],
    ['nothing', '', 'syntax', 'no statement'],
    ['comments alone', '-- later\n/* or never */', 'syntax', 'no statement'],
    ['a copy', 'copy customers to stdout', 'threw', 'returns no rows'],
  ])('%s is refused in words', async (_name, source, reason, words) => {
    const verdict = await workshop.grade(twoSets, source);
    expect(verdictSchema.parse(verdict)).toMatchObject({ status: 'errored', reason });
    expect(testsOf(verdict).map(({ status }) => status)).toEqual(['errored', 'not-run']);
    expect(testsOf(verdict)[0]?.message).toContain(words);
  });
});

test('a semicolon and a comment at the end are fine', async () => {
  const exercise = sqlExercise({ solution: 'select id from customers' });
  expect(await workshop.grade(exercise, '-- mine\nselect id from customers;\n-- done\n')).toMatchObject({
    status: 'passed',
  });
});

test('an error names its line and column in the file, counted in characters, and keeps the words of PostgreSQL', async () => {
  const exercise = sqlExercise({ solution: 'select id from customers' });
  const source = "select '🐘é' as a,\n  '🐘', nme\nfrom customers";
  const verdict = await workshop.grade(exercise, source);
  expect(verdict).toMatchObject({ status: 'errored', at: { file: 'solution.sql', line: 2, column: 8 } });
  expect(testsOf(verdict)[0]?.message).toContain('column "nme" does not exist (SQLSTATE 42703)');
  expect(testsOf(verdict)[0]?.message).toContain('Hint: Perhaps you meant');
  expect(await workshop.grade(exercise, 'select id\nfrm customers')).toMatchObject({
    reason: 'syntax',
    at: { line: 2, column: 5 },
  });
});

test('a syntax error says where it is and where to look', async () => {
  const exercise = sqlExercise({ solution: 'select id from customers' });
  const verdict = await workshop.grade(exercise, 'select id,\nfrom customers');
  expect(testsOf(verdict)[0]?.message).toContain('Line 2, column 1: look just before it');
});

test('a value in double quotes is recognised, a misspelt column is not taken for one', async () => {
  const exercise = sqlExercise({ solution: 'select id from customers' });
  const quoted = await workshop.grade(exercise, 'select id from customers where city = "Oslo"');
  expect(testsOf(quoted)[0]?.message).toContain("Text stands in single quotes: 'Oslo'");
  const misspelt = await workshop.grade(exercise, 'select id from customers where cty = 1');
  expect(testsOf(misspelt)[0]?.message).not.toContain('single quotes');
});

test('a failed hidden data set shows the inserts of the tables that the query or the reference names', async () => {
  const sql = "insert into customers values (1, 'Ada; and\nBo', 'Oslo', 1);\n\ninsert into rates values (7);";
  const exercise = sqlExercise({
    solution: 'select id from customers',
    dataSets: [{ name: 'hidden', hidden: true, sql }],
  });
  if (exercise.database) exercise.database.schema += '\ncreate table rates (rate int);';
  const didOf = async (source: string) => testsOf(await workshop.grade(exercise, source))[0]?.did.join('\n') ?? '';
  const shortened = await didOf('select 0 as id');
  expect(shortened).toContain("'Ada; and\nBo', 'Oslo', 1);");
  expect(shortened).not.toContain('insert into rates');
  expect(await didOf('select rate as id from rates')).toContain('insert into rates');
});

test('a query that does not end is stopped by the limit of the exercise, and the rest is not run', async () => {
  const exercise = sqlExercise({
    solution: 'select id from customers',
    dataSets: [{ name: 'visible', hidden: false, sql: '' }, emptyDataSet],
    limits: { testMs: 200 },
  });
  const verdict = await workshop.grade(exercise, 'select pg_sleep(60)');
  expect(verdict).toMatchObject({ status: 'errored', reason: 'time-limit' });
  expect(testsOf(verdict).map(({ status }) => status)).toEqual(['errored', 'not-run']);
  expect(testsOf(verdict)[0]?.message).toContain('0.2 s');
});

test('too many rows and one row that is too big are cut off', async () => {
  const limits = { testMs: 5000, runMs: 15_000 };
  const exercise = sqlExercise({ solution: 'select id from customers', limits });
  const rows = await workshop.grade(exercise, 'select generate_series(1, 100000000) as id');
  expect(rows).toMatchObject({
    status: 'errored',
    reason: 'output-limit',
    message: expect.stringContaining('5,000 rows'),
  });
  const before = process.memoryUsage().rss;
  const bytes = await workshop.grade(exercise, "select repeat('x', 90000000) as id");
  expect(bytes).toMatchObject({ status: 'errored', reason: 'output-limit', message: expect.stringContaining('8 MB') });
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
});

test('a data set that does not load is a fault of ours and rejects', async () => {
  const exercise = sqlExercise({
    solution: 'select 1',
    dataSets: [{ name: 'visible', hidden: false, sql: 'insert into nowhere values (1)' }],
  });
  await expect(workshop.grade(exercise, 'select 1')).rejects.toMatchObject({
    message: expect.stringContaining('nowhere') as string,
  });
});

test('a reference that fails is a fault of ours and rejects', async () => {
  await expect(workshop.grade(sqlExercise({ solution: 'select nothing' }), 'select 1')).rejects.toMatchObject({
    message: expect.stringContaining('reference') as string,
  });
});

test('a submission that nobody waits for is ended and counts for nothing', async () => {
  const exercise = sqlExercise({ solution: 'select id from customers' });
  const verdict = await workshop.runtime.grade({
    exercise,
    files: { 'solution.sql': 'select pg_sleep(60)' },
    mode: 'run',
    seed: 1,
    onStarted: () => undefined,
    onTest: () => undefined,
    signal: AbortSignal.timeout(100),
  });
  expect(verdict.status).toBe('unavailable');
});

test('no submission can change what the next one reads', async () => {
  const exercise = sqlExercise({ solution: 'select count(*) as n, sum(balance) as total from customers' });
  const attempts = [
    'delete from customers',
    'update customers set balance = 0 returning id as n, balance as total',
    'do $$ begin commit; delete from customers; end $$',
    'drop table customers',
    'create table mine (a int)',
    'create temporary table customers (id int, balance int)',
    "alter role current_user set search_path = 'nowhere'",
    "set search_path = 'nowhere'",
    "select set_config('search_path', 'nowhere', false) as n",
    "select pg_clear_relation_stats('public', 'customers') as n",
    'select lo_create(4242) as n',
    'select pg_advisory_lock(1) as n',
    'create function public.sum(numeric) returns numeric language sql as $$ select 0 $$',
    'listen somebody',
    'commit',
    "prepare transaction 'x'",
  ];
  for (const attempt of attempts) {
    expect(await workshop.grade(exercise, attempt)).not.toMatchObject({ status: 'passed' });
    expect(await workshop.grade(exercise, exercise.solution.sql ?? '')).toMatchObject({ status: 'passed' });
  }
});
