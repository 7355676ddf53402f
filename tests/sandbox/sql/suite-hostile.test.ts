import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verdictSchema, type Verdict } from '#lib/verdict';
import { customers, openWorkshop, sqlExercise, testsOf, type Workshop } from './exercise-literal.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

/** Wants each balance raised by one, a constraint on it, and rights for a role: something for everybody to bend. */
const exercise = sqlExercise({
  solution: `update customers set balance = balance + 1;
    alter table customers add constraint positive check (balance > 0);
    grant select on customers to reader;`,
  roles: ['reader'],
  limits: { testMs: 1000 },
  tests: `
    test('the state', async ({ sql }) => {
      const after = await sql.run();
      expect(await after.query('select id, balance from customers order by id')).toEqualRows([
        { id: 1, balance: 11.5 }, { id: 2, balance: 21 }, { id: 3, balance: 11.5 } ]);
      expect((await after.state()).tables).toHaveLength(1);
    });
    test('the constraint', async ({ sql }) => {
      const after = await sql.run();
      await after.accepts("insert into customers values (9, 'Di', 'Oslo', 1)");
      await after.refuses("insert into customers values (9, 'Di', 'Oslo', 0)", 'check');
    });
    test('the role', async ({ sql }) => {
      const reader = (await sql.run()).as('reader');
      expect((await reader.query('select count(*)::int as n from customers')).rows).toEqual([{ n: 3 }]);
      await reader.refuses('delete from customers', 'privilege');
    });`,
});

/** The same without roles, so that it can run beside the hostile one and finish only if nobody touches it. */
const victim = sqlExercise({
  solution: 'update customers set balance = balance + 1',
  tests: `test('the state', async ({ sql }) => {
    const after = await sql.run();
    expect(await after.state()).toEqualState(await (await sql.reference.run()).state());
  });`,
});
const slow = 'update customers set balance = balance + 1; select pg_sleep(0.3)';

const view = (body: string) => `alter table customers rename to hidden_customers; ${body}`;
const onInsert = (body: string, timing = 'before insert') =>
  `create function meddle() returns trigger language plpgsql as $$ begin ${body} end $$;
   create trigger meddle ${timing} on customers for each row execute function meddle();`;

const cases: { name: string; code: string }[] = [
  {
    name: 'a view in place of the table',
    code: view(
      'create view customers as select id, name, city, balance + 1 as balance from hidden_customers; grant select on customers to reader',
    ),
  },
  {
    name: 'a rule that rewrites what is read',
    code: 'create rule r as on update to customers do instead nothing; grant select on customers to reader',
  },
  {
    name: 'a schema before public',
    code: `create schema mine; create table mine.customers as select id, name, city, balance + 1 as balance from customers; do $$ begin execute format('alter role %I set search_path = mine, public', current_user); end $$`,
  },
  {
    name: "a schema of the judge's name",
    code: `do $$ begin execute format('create schema %I', 'judge_' || current_database()); execute format('create table %I.customers as select id, name, city, balance + 1 as balance from public.customers', 'judge_' || current_database()); end $$`,
  },
  {
    name: 'a temporary table of the same name',
    code: 'create temp table customers as select id, name, city, balance + 1 as balance from public.customers',
  },
  {
    name: 'operators of its own',
    code: `create function eq(numeric, int) returns bool language sql as 'select true'; create operator public.> (leftarg = numeric, rightarg = int, function = eq); alter table customers add constraint positive check (balance operator(public.>) 0)`,
  },
  { name: 'a trigger that undoes', code: `update customers set balance = balance + 1; ${onInsert('return null;')}` },
  {
    name: "a trigger that ends the judge's session",
    code: `update customers set balance = balance + 1; ${onInsert('perform pg_terminate_backend(pg_backend_pid()); return new;')}`,
  },
  {
    name: 'a trigger that commits',
    code: `update customers set balance = balance + 1; ${onInsert('commit; return new;')}`,
  },
  {
    name: 'a trigger that never ends',
    code: `update customers set balance = balance + 1; ${onInsert('loop end loop;')}`,
  },
  {
    name: 'a policy that never ends',
    code: `create function forever() returns bool language plpgsql as 'begin loop end loop; end'; alter table customers enable row level security, force row level security; create policy p on customers using (forever())`,
  },
  {
    name: "a trigger that looks for the admin's rights",
    code: `update customers set balance = balance + 1; ${onInsert("if (select rolsuper from pg_roles where rolname = current_user) then raise exception 'superuser'; end if; execute 'alter system set fsync = on'; return new;")}`,
  },
  {
    name: 'security definer',
    code: `create function become() returns text language sql security definer as 'select current_user'; select become(); alter role reader superuser`,
  },
  { name: 'the rights of others', code: 'grant pg_read_server_files to reader' },
  {
    name: 'giving itself everything',
    code: "do $$ begin execute format('alter role %I superuser', current_user); end $$",
  },
  {
    name: 'roles of other runs',
    code: `do $$ declare r text; begin for r in select rolname from pg_roles where rolname ~ '^(run|judge|build)_' and rolname <> current_user loop begin execute format('drop role %I', r); exception when others then null; end; begin execute format('alter role %I nologin', r); exception when others then null; end; end loop; end $$`,
  },
  {
    name: 'members for its roles',
    code: `do $$ declare r text; begin for r in select rolname from pg_roles where rolname ~ '^run_' loop execute format('grant reader to %I', r); end loop; end $$`,
  },
  { name: 'being the owner of everything', code: 'set role learners; reset role; drop owned by learners cascade' },
  { name: 'dropping what the judge needs', code: 'drop schema public cascade; create schema public; drop role reader' },
  {
    name: 'ending every session there is',
    code: 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
  },
  { name: 'advisory locks that are left behind', code: 'select pg_advisory_lock(n) from generate_series(1, 200) n' },
  { name: 'a transaction that is left open with a lock', code: 'begin; lock table customers in access exclusive mode' },
  { name: 'a prepared transaction', code: "begin; lock table customers; prepare transaction 'x'" },
  {
    name: 'listening and notifying',
    code: "listen jobs; select pg_notify('jobs', repeat('x', 7000)) from generate_series(1, 1000)",
  },
  {
    name: 'temporary tables without end',
    code: 'create temp table t as select repeat(md5(n::text), 100) from generate_series(1, 1000000) n',
  },
  {
    name: 'an event trigger',
    code: `create function f() returns event_trigger language plpgsql as 'begin end'; create event trigger e on ddl_command_start execute function f()`,
  },
  {
    name: 'settings for the database',
    code: `do $$ begin execute format('alter database %I set search_path = mine', current_database()); end $$`,
  },
  { name: 'settings for everybody', code: 'alter role all set search_path = mine' },
  {
    name: 'a default for later sessions',
    code: `do $$ begin execute format('alter role %I set default_transaction_read_only = on', current_user); execute format('alter role %I set statement_timeout = 1', current_user); end $$`,
  },
  {
    name: 'a connection limit of nothing',
    code: `do $$ begin execute format('alter role %I connection limit 0', current_user); end $$`,
  },
];

const outcomeOf = (verdict: Verdict) => (verdict.status === 'unavailable' ? verdict.message : verdict.status);

describe('while a victim works beside it', () => {
  test.each(cases)('$name never passes, and touches nobody', async ({ code }) => {
    const [verdict, beside] = await Promise.all([workshop.grade(exercise, code), workshop.grade(victim, slow)]);
    verdictSchema.parse(verdict);
    expect(outcomeOf(verdict)).toMatch(/^(failed|errored)$/);
    expect(outcomeOf(beside)).toBe('passed');
  });
});

test('after all of them an honest file passes, the server never restarted, and nothing is left', async () => {
  const verdict = await workshop.grade(exercise, exercise.solution.sql ?? '');
  expect(testsOf(verdict).map(({ message }) => message)).toEqual([undefined, undefined, undefined]);
  expect(workshop.runtime.status()).toMatchObject({ restarts: 0, leased: 0 });
  const roles = await workshop.run("select rolname from pg_roles where rolname in ('reader', 'mine')");
  expect(roles).toMatchObject({ grid: { rows: [] } });
});

const fakePlans = [
  {
    name: 'a view with the answer',
    code: view('create materialized view customers as select * from hidden_customers where id = 2'),
  },
  { name: 'a rule', code: 'create rule r as on insert to customers do instead nothing' },
  { name: 'costs that lie', code: 'set enable_seqscan = off; set random_page_cost = 0' },
  {
    name: 'statistics that lie',
    code: `do $$ begin execute format('alter role %I set enable_seqscan = off', current_user); end $$`,
  },
];

test.each(fakePlans)('a plan is not faked by $name', async ({ code }) => {
  const planned = sqlExercise({
    schema: customers,
    dataSets: [
      {
        name: 'visible',
        hidden: false,
        sql: "insert into customers select n, 'c' || n, 'Oslo', 1 from generate_series(1, 5000) n",
      },
    ],
    solution: 'create index on customers (name)',
    tests: `test('the plan', async ({ sql }) => {
      const plan = await (await sql.run()).plan("select * from customers where name = 'c7'");
      plan.usesIndex('customers');
    });`,
  });
  expect(outcomeOf(await workshop.grade(planned, code))).toBe('failed');
});

test('a learner of sessions cannot hold the judge up', async () => {
  const stuck = sqlExercise({
    solution: 'select 1',
    limits: { testMs: 400 },
    tests: `test('the look', async ({ sql }) => {
      const db = await sql.open();
      await (await db.session('A')).part('hold');
      await db.query('select * from customers');
    });`,
  });
  const verdict = await workshop.grade(stuck, '-- part: hold\nbegin; lock table customers in access exclusive mode;');
  expect(outcomeOf(verdict)).toMatch(/^(failed|errored)$/);
});

/** Each ends with words that name what happened, and the next submission is served. */
const told: { name: string; code: string; words: RegExp }[] = [
  { name: 'sleeping', code: 'select pg_sleep(1000)', words: /after 1 s/ },
  {
    name: 'temporary files without end',
    code: 'select count(*) from (select md5(n::text) from generate_series(1, 5000000) n order by 1) x',
    words: /temp_file_limit|after 1 s/,
  },
  {
    name: 'a row of three hundred megabytes',
    code: "update customers set name = repeat('x', 300000000)",
    words: /memory|after 1 s/,
  },
  {
    name: 'ending itself',
    code: 'select pg_terminate_backend(pg_backend_pid())',
    words: /terminating connection|ended/,
  },
  { name: 'its own schema dropped', code: 'drop schema public cascade', words: /customers/ },
  {
    name: 'an event trigger',
    code: cases.find(({ name }) => name === 'an event trigger')?.code ?? '',
    words: /permission denied|superuser/i,
  },
  {
    name: 'a sequence that is used up',
    code: "create sequence s maxvalue 3; select nextval('s') from generate_series(1, 4)",
    words: /maximum value of sequence/,
  },
  {
    name: 'a transaction that is left open',
    code: 'begin; update customers set balance = balance + 1',
    words: /commit/i,
  },
  {
    name: 'a read-only session',
    code: 'set default_transaction_read_only = on; commit; begin; update customers set balance = 1; commit',
    words: /read-only transaction/,
  },
  {
    name: 'a flood of rows',
    code: "select n, repeat('y', 100) from generate_series(1, 10000000) n",
    words: /rows|MB|temporary data|after 1 s/,
  },
  {
    name: 'a trigger that never ends',
    code: `update customers set balance = balance + 1; ${onInsert('loop end loop;')}`,
    words: /after 1 s|balance|constraint/i,
  },
];

test.each(told)('$name is told in words', async ({ code, words }) => {
  const verdict = await workshop.grade(exercise, code);
  expect(JSON.stringify(verdict)).toMatch(words);
  expect(outcomeOf(verdict)).toMatch(/^(failed|errored)$/);
  expect(outcomeOf(await workshop.grade(exercise, exercise.solution.sql ?? ''))).toBe('passed');
});

test('what an honest file leaves open in its session does no harm: a cursor, a prepared statement, a listener, a lock', async () => {
  const left = `${exercise.solution.sql ?? ''}
    declare c cursor with hold for select * from customers; fetch 1 from c; prepare p as select 1;
    listen x; notify x, 'y'; select pg_advisory_lock(1); set search_path = nowhere;`;
  for (let turn = 0; turn < 2; turn++) expect(outcomeOf(await workshop.grade(exercise, left))).toBe('passed');
});
