import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOutcomeSchema, type RunOutcome } from '#lib/verdict';
import { openWorkshop, type Workshop } from './exercise-literal.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

const reasonOf = (outcome: RunOutcome) => (outcome.status === 'errored' ? outcome.reason : outcome.status);

/** A session that works all the while beside the hostile one, and can only finish if nobody touches it. */
const victim = 'create table mine as select 1 as n; select count(*) as n from mine, (select pg_sleep(0.4)) s';

const cases: { name: string; code: string; reasons: string[] }[] = [
  { name: 'sleeping', code: 'select pg_sleep(1000000)', reasons: ['time-limit'] },
  { name: 'lifting the timeout', code: 'set statement_timeout = 0; select pg_sleep(1000000)', reasons: ['time-limit'] },
  { name: 'an endless loop', code: 'do $$ begin loop end loop; end $$', reasons: ['time-limit'] },
  {
    name: 'catching its own cancellation',
    code: 'do $$ begin loop begin perform pg_sleep(100); exception when query_canceled then null; end; end loop; end $$',
    reasons: ['time-limit'],
  },
  {
    name: 'an endless recursion',
    code: 'with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r',
    reasons: ['time-limit', 'threw'],
  },
  { name: 'a string of 1 GB', code: "select length(repeat('x', 1000000000))", reasons: ['memory-limit'] },
  {
    name: 'a hash of all memory',
    code: "set work_mem = '2GB'; set hash_mem_multiplier = 1000; select count(*) from (select distinct g from generate_series(1, 20000000) g) x",
    reasons: ['memory-limit', 'time-limit', 'threw'],
  },
  {
    name: 'a function that looks at no interrupt for seconds',
    code: "create extension pg_trgm; select similarity(repeat('abcdef ', 9000000), repeat('xyzuv ', 9000000))",
    reasons: ['time-limit', 'memory-limit'],
  },
  {
    name: 'a flood of rows',
    code: "select g, repeat('y', 100) from generate_series(1, 5000000) g",
    reasons: ['threw', 'output-limit', 'time-limit'],
  },
  { name: 'streaming rows', code: "select generate_series(1, 50000000), 'y'", reasons: ['output-limit'] },
  { name: 'one row of 90 MB', code: "select repeat('x', 90000000)", reasons: ['output-limit', 'time-limit'] },
  {
    name: 'a flood of notices',
    code: "do $$ begin for i in 1..1000000 loop raise notice 'x%', i; end loop; end $$",
    reasons: ['time-limit'],
  },
  {
    name: 'filling the disk',
    code: 'create table big as select repeat(md5(g::text), 50) from generate_series(1, 100000) g, generate_series(1, 100) h',
    reasons: ['time-limit', 'threw'],
  },
  { name: 'copying to a program', code: "copy (select 1) to program 'touch /tmp/evil-from-sql'", reasons: ['threw'] },
  { name: 'copying to a file', code: "copy (select 1) to '/tmp/evil-from-sql'", reasons: ['threw'] },
  { name: 'reading a file', code: "select pg_read_file('/etc/passwd')", reasons: ['threw'] },
  { name: 'importing a file', code: "select lo_import('/etc/passwd')", reasons: ['threw'] },
  { name: 'loading a library', code: "load '/tmp/x.so'", reasons: ['threw'] },
  { name: 'a function in C', code: "create function f() returns int language c as 'x', 'y'", reasons: ['threw'] },
  { name: 'a language with loops of its own', code: 'create extension plperl', reasons: ['threw'] },
  { name: 'reaching out to other servers', code: 'create extension dblink', reasons: ['threw'] },
  {
    name: 'going up by roles',
    code: 'reset role; set session authorization default; set role postgres',
    reasons: ['threw'],
  },
  { name: 'becoming the admin', code: 'set role underpin', reasons: ['threw'] },
  { name: 'becoming the owner of templates', code: 'set role learners', reasons: ['threw'] },
  { name: 'making a role', code: 'create role evil login superuser', reasons: ['threw'] },
  {
    name: 'raising its own limits for ever',
    code: "alter role current_user set temp_file_limit = '100GB'",
    reasons: ['threw'],
  },
  { name: 'changing the server', code: "alter system set fsync = 'on'", reasons: ['threw'] },
  { name: 'reading passwords', code: 'select rolpassword from pg_authid', reasons: ['threw'] },
  {
    name: 'ending other sessions',
    code: 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
    reasons: ['threw', 'ran'],
  },
  {
    name: 'dropping other databases',
    code: "do $$ declare d text; begin for d in select datname from pg_database where datname ~ '^(run|t)_' and datname <> current_database() loop execute format('drop database %I with (force)', d); end loop; end $$",
    reasons: ['threw', 'ran'],
  },
  { name: 'ending itself', code: 'select pg_terminate_backend(pg_backend_pid())', reasons: ['threw'] },
  {
    name: 'making its database undroppable',
    code: 'do $$ begin execute format($f$alter database %I is_template true$f$, current_database()); end $$',
    reasons: ['threw'],
  },
];

describe('while a victim works beside it', () => {
  test.concurrent.each(cases)('$name ends in a limit or a refusal', async ({ code, reasons }) => {
    const [outcome, beside] = await Promise.all([workshop.run(code), workshop.run(victim)]);
    expect(reasons).toContain(reasonOf(runOutcomeSchema.parse(outcome)));
    expect(beside).toMatchObject({ status: 'ran', grid: { rows: [['1']] } });
    expect(await workshop.run('select 1 as one')).toMatchObject({ status: 'ran', grid: { rows: [['1']] } });
  });
});

test('after all of them the server never restarted, and nothing reached the host', () => {
  expect(workshop.runtime.status()).toMatchObject({ restarts: 0, server: 'running' });
  expect(existsSync('/tmp/evil-from-sql')).toBe(false);
});

test('what a run commits is not there for the next one', async () => {
  expect(await workshop.run('commit; create table leftovers (a int)', 'shop')).toMatchObject({ status: 'ran' });
  expect(await workshop.run('drop table customers', 'shop')).toMatchObject({ status: 'ran', console: 'DROP TABLE' });
  const after = await workshop.run("select to_regclass('leftovers') as l, count(*) as n from customers", 'shop');
  expect(after).toMatchObject({ status: 'ran', grid: { rows: [[null, '3']] } });
});

test('of another session a learner sees that it is there, not what it runs', async () => {
  const spy =
    "select pg_sleep(0.2), query from pg_stat_activity where datname <> current_database() and query ~ 'secret'";
  const [seen] = await Promise.all([workshop.run(spy), workshop.run("select 'secret', pg_sleep(0.5)")]);
  expect(seen).toMatchObject({ status: 'ran', grid: { rows: [] } });
});

test('the console of a flood is cut, and its size stays bounded', async () => {
  const outcome = await workshop.run("do $$ begin for i in 1..2000 loop raise notice 'x%', i; end loop; end $$");
  expect(outcome.status).toBe('ran');
  const text = outcome.status === 'ran' ? outcome.console : '';
  expect(text.split('\n')).toHaveLength(501);
  expect(text).toContain('cut here');
});
