import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestResult } from '#lib/verdict';
import { openWorkshop, sqlExercise, testsOf, type Workshop } from './exercise-literal.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

const schema = 'create table accounts (id int primary key, balance int not null check (balance >= 0));';
const dataSets = [{ name: 'visible', hidden: false, sql: 'insert into accounts values (1, 100), (2, 100)' }];

async function judge(body: string, source: string, rest: object = {}): Promise<TestResult> {
  const tests = `test('the test', async ({ sql }) => { ${body} });`;
  const exercise = sqlExercise({ solution: source, schema, dataSets, tests, ...rest });
  const [result] = testsOf(await workshop.grade(exercise, source));
  if (result === undefined) throw new Error('no test');
  return result;
}

describe('two sessions', () => {
  const withdraw = (how: string) =>
    `-- part: read\nbegin;\n${how}\n-- part: write\nupdate accounts set balance = 100 - 30 where id = 1;\ncommit;`;

  test('a lost update is seen by what it leaves', async () => {
    const body = `
      const db = await sql.open();
      const [a, b] = [await db.session('A'), await db.session('B')];
      await a.part('read'); await b.part('read');
      await a.part('write'); await b.part('write');
      expect((await db.query('select balance from accounts where id = 1')).rows).toEqual([{ balance: 40 }]);`;
    const result = await judge(body, withdraw('select balance from accounts where id = 1;'));
    expect(result).toMatchObject({ status: 'failed', message: expect.stringContaining('70') as string });
    expect(result.did).toContain('A: begin;\nselect balance from accounts where id = 1;');
  });

  test('a step that waits for a lock is seen waiting, with the name of who holds it, and goes on after', async () => {
    const body = `
      const db = await sql.open();
      const [a, b] = [await db.session('A'), await db.session('B')];
      await a.part('read');
      const step = await b.start('read');
      expect(step.waitsFor).toEqual(['A']);
      await a.part('write');
      expect((await step.end()).rows).toEqual([{ balance: 70 }]);`;
    expect(await judge(body, withdraw('select balance from accounts where id = 1 for update;'))).toMatchObject({
      status: 'passed',
    });
    const free = await judge(body, withdraw('select balance from accounts where id = 1;'));
    expect(free.status).toBe('failed');
  });

  test('a slow step is not taken for one that waits', async () => {
    const body = `
      const db = await sql.open();
      const step = await (await db.session('A')).start('slow');
      expect(step.waiting).toBe(false);
      expect((await step.end()).error).toBe(null);`;
    expect(await judge(body, '-- part: slow\nselect pg_sleep(0.4);')).toMatchObject({ status: 'passed' });
  });

  test('write skew passes under repeatable read and is refused with 40001 under serializable', async () => {
    const body = `
      const db = await sql.open();
      const [a, b] = [await db.session('A'), await db.session('B')];
      await a.part('check'); await b.part('check');
      await a.query('update accounts set balance = balance - 100 where id = 1');
      await b.query('update accounts set balance = balance - 100 where id = 2');
      const ends = [await a.attempt('end'), await b.attempt('end')];
      expect(ends.flatMap(({ error }) => error?.reason ?? [])).toEqual(['serialization']);`;
    const source = (level: string) =>
      `-- part: check\nbegin isolation level ${level};\nselect sum(balance) from accounts;\n-- part: end\ncommit;`;
    expect(await judge(body, source('serializable'))).toMatchObject({ status: 'passed' });
    expect(await judge(body, source('repeatable read'))).toMatchObject({ status: 'failed' });
  });

  test('a deadlock is found and one of the two told', async () => {
    const body = `
      const db = await sql.open();
      const [a, b] = [await db.session('A'), await db.session('B')];
      await a.query('begin; update accounts set balance = 1 where id = 1');
      await b.query('begin; update accounts set balance = 2 where id = 2');
      const first = await a.startQuery('update accounts set balance = 1 where id = 2; commit');
      const second = await b.startQuery('update accounts set balance = 2 where id = 1; commit');
      const ends = await Promise.all([first.end(), second.end()]);
      expect(ends.flatMap(({ error }) => error?.sqlState ?? [])).toEqual(['40P01']);`;
    expect(await judge(body, 'select 1')).toMatchObject({ status: 'passed' });
  });

  test('a step that waits for ever for a session that holds on says whom it waits for', async () => {
    const body = `
      const db = await sql.open();
      await (await db.session('A')).part('read');
      await (await db.session('B')).part('read');`;
    const limits = { testMs: 300 };
    const result = await judge(body, withdraw('select balance from accounts where id = 1 for update;'), { limits });
    expect(result).toMatchObject({ status: 'failed', message: expect.stringContaining('that A holds') as string });
  });

  test('an error in a part has its place in the whole file', async () => {
    const body = `await (await (await sql.open()).session('A')).part('write');`;
    const result = await judge(body, '-- part: read\nselect 1;\n-- part: write\n\nselect balanc from accounts;');
    expect(result).toMatchObject({ status: 'errored', at: { line: 5, column: 8 } });
    expect(result.message).toContain('In session A');
  });

  test.each([
    ['a part that is missing', 'select 1', 'no part called "write"'],
    ['a part without a statement', '-- part: write\n-- nothing', 'holds no statement'],
    ['a marker in a text is none', "select '\n-- part: write\n'; select 1", 'no part called "write"'],
  ])('%s is told', async (_name, source, message) => {
    const body = `await (await (await sql.open()).session('A')).part('write');`;
    expect(await judge(body, source)).toMatchObject({
      status: 'failed',
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('migrations', () => {
  const users = 'create table users (id int primary key, email text not null, age text);';
  const data = [
    {
      name: 'visible',
      hidden: false,
      sql: "insert into users select n, 'u' || n, n::text from generate_series(1, 3000) n",
    },
  ];
  const given = { schema: users, dataSets: data };
  const options = `{
    reads: ['select id, email, age from users where id = 1'],
    writes: ["insert into users (id, email, age) values ((select max(id) + 1 from users), 'new', '1')"],
    lockTimeoutMsMax: 5000, rowsAtOnceMax: 1000 }`;
  const body = `
    const after = await sql.migrate(${options});
    expect((await after.query('select count(*)::int as n from users where id <= 3000')).rows).toEqual([{ n: 3000 }]);`;
  const lock = "set lock_timeout = '2s';\n";

  test.each([
    ['adding a column', `${lock}alter table users add column phone text;`],
    [
      'a constraint that is added first and validated afterwards',
      `${lock}alter table users add constraint known check (email is not null) not valid;\nalter table users validate constraint known;`,
    ],
    [
      'a transaction around one step',
      "begin;\nset local lock_timeout = '1s';\nalter table users add column phone text;\ncommit;",
    ],
    ['an index made concurrently', 'create index concurrently on users (email);'],
    [
      'batches',
      Array.from(
        { length: 4 },
        (_, n) => `update users set age = age where id between ${n * 1000} and ${n * 1000 + 999};`,
      ).join('\n'),
    ],
    [
      'a procedure that commits',
      `do $$ begin for n in 0..3 loop update users set age = age where id between n * 1000 and n * 1000 + 999; commit; end loop; end $$;`,
    ],
    [
      'a table of its own',
      'create table phones (user_id int references users, phone text);'.replace('references users', ''),
    ],
  ])('%s is let through', async (_name, source) => {
    const result = await judge(body, source, given);
    expect(result.message).toBe(undefined);
    expect(result.status).toBe('passed');
  });

  test.each([
    ['a rewrite', `${lock}alter table users alter column age type int using age::int;`, 'line 2 writes users anew'],
    [
      'a scan under a strong lock',
      `${lock}alter table users alter column age set not null;`,
      'reads every row of users while',
    ],
    [
      'a constraint that is checked at once',
      `${lock}alter table users add constraint known check (email <> '');`,
      'ACCESS EXCLUSIVE',
    ],
    ['an index that keeps writers out', `${lock}create index on users (email);`, 'a SHARE lock'],
    ['no lock_timeout', 'alter table users add column phone text;', 'without a lock_timeout'],
    ['all rows in one transaction', 'update users set age = age;', '3,0'],
    ['a column that old code needs', `${lock}alter table users drop column age;`, 'column "age" does not exist'],
    [
      'a lock that is kept',
      `${lock}begin;\nalter table users add column phone text;\nselect 1;\ncommit;`,
      'has to wait for your transaction',
    ],
    [
      'a scan later in the same transaction',
      `${lock}begin;\nalter table users add column phone text;\nselect count(*) from users;\ncommit;`,
      'line 3',
    ],
    ['an error', `${lock}alter table users add column email text;`, 'line 2 fails'],
    ['a full vacuum', 'vacuum full users;', 'writes users anew'],
  ])('%s is told', async (_name, source, message) => {
    const result = await judge(body, source, given);
    expect(result.message).toContain(message);
    expect(result.status).toMatch(/failed|errored/);
  });
});

test('of more runs than are kept, the one used longest ago is told to the author when it is asked', async () => {
  const prepared = (n: number) => `await sql.run({ prepare: 'select ${n}' });`;
  const body = `const one = await sql.run(); ${[1, 2, 3].map(prepared).join('')} await one.query('select 1');`;
  await expect(judge(body, 'select 1')).rejects.toMatchObject({
    message: expect.stringContaining('a run is asked after its database made room') as string,
  });
});

describe('roles', () => {
  const solution = `
    create role support nologin;
    grant select (id, balance) on accounts to support;
    grant select, update on accounts to app;
    alter table accounts enable row level security;
    create policy own on accounts to app using (id = current_setting('app.account')::int);
    create policy seen on accounts for select to support using (true);`;
  const body = `
    const after = await sql.run();
    const app = after.as('app', { 'app.account': '2' });
    expect((await app.query('select id from accounts')).rows).toEqual([{ id: 2 }]);
    await app.accepts('update accounts set balance = 5 where id = 2');
    await app.refuses('delete from accounts', 'privilege');
    const support = after.as('support');
    expect((await support.query('select count(*)::int as n from accounts')).rows).toEqual([{ n: 2 }]);
    await support.refuses('update accounts set balance = 0', 'privilege');
    expect((await after.query('select count(*)::int as n from accounts')).rows).toEqual([{ n: 2 }]);`;
  const given = { roles: ['app'] };

  test('tests act as roles that the exercise declares and as roles that the file makes, in plain names', async () => {
    expect(await judge(body, solution, given)).toMatchObject({ status: 'passed' });
  });

  test('a policy that lets too much through, and a role that is missing, are told', async () => {
    const open = await judge(body, solution.replace("id = current_setting('app.account')::int", 'true'), given);
    expect(open.status).toBe('failed');
    const missing = await judge(body, solution.replaceAll('support', 'helpdesk'), given);
    expect(missing).toMatchObject({ status: 'failed', message: expect.stringContaining('no role support') as string });
  });

  test('several at a time are served in turn, each with names of its own', async () => {
    const results = await Promise.all(Array.from({ length: 4 }, () => judge(body, solution, given)));
    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed', 'passed', 'passed']);
  });

  test('no role is left afterwards, however it was made and whoever made it', async () => {
    const messy = `
      create role a createrole; grant a to current_user; set role a; create role b; create role c; reset role;
      create role e; grant e to current_user; grant e to learners; create role run_d login password 'x'; drop role a;`;
    const result = await judge(`await sql.run(); await (await sql.run()).query('select 1');`, messy, given);
    expect(result.message).toBe(undefined);
    expect(result.status).toBe('passed');
    expect(await judge(body, solution, given)).toMatchObject({ status: 'passed' });
    const left = await workshop.run(
      "select rolname from pg_roles where rolname in ('a', 'b', 'c', 'e', 'run_d', 'support', 'app')",
    );
    expect(left).toMatchObject({ grid: { rows: [] } });
  });

  test.each([
    [
      'a run that is asked after another one was opened',
      `const one = await sql.run(); await sql.run({ prepare: 'select 1' }); await one.query('select 1');`,
      'a run is asked after its database made room',
    ],
    [
      'a role in a run that is asked after the reference was run',
      `const one = await sql.run(); await sql.reference.run({ times: 1 }); await one.as('app').query('select 1');`,
      'a run is asked after its database made room',
    ],
    [
      'a run that is asked after a database for sessions was opened',
      `const one = await sql.run(); await sql.open(); await one.state('accounts');`,
      'a run is asked after its database made room',
    ],
    ['a run beside a database for sessions', `await sql.open(); await sql.run();`, 'is held until its test ends'],
    ['two databases for sessions', `await Promise.all([sql.open(), sql.open()]);`, 'is held until its test ends'],
  ])('%s: is told to the author', async (_name, wrong, message) => {
    await expect(judge(wrong, solution, given)).rejects.toMatchObject({
      name: 'ExerciseFault',
      message: expect.stringContaining(message) as string,
    });
    expect(await judge(body, solution, given)).toMatchObject({ status: 'passed' });
  });

  test('a test has a database for sessions after that of another test, and its run after both', async () => {
    const tests = `
      test('one', async ({ sql }) => { await (await sql.open()).query('select 1'); });
      test('two', async ({ sql }) => { await (await sql.open()).query('select 1'); });
      test('three', async ({ sql }) => { await (await sql.run()).as('app').query('select 1'); });`;
    const exercise = sqlExercise({ solution, schema, dataSets, tests, ...given });
    expect(await workshop.grade(exercise, solution)).toMatchObject({ status: 'passed' });
  });

  test('without roles in the front matter nobody can make one', async () => {
    expect(await judge('await sql.run();', 'create role evil')).toMatchObject({
      status: 'errored',
      message: expect.stringContaining('42501') as string,
    });
  });
});
