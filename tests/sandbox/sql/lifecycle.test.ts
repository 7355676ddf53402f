import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { openWorkshop, sqlExercise, type Workshop } from './exercise-literal.ts';

// Each starts a server of its own, and some a second one.
vi.setConfig({ testTimeout: 180_000 });

const status = ({ runtime }: Workshop) => runtime.status() as Record<string, number>;
const patient = { timeout: 60_000, interval: 25 };
const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
const until = (check: () => boolean) => vi.waitFor(() => expect(check()).toBe(true), patient);
const folderOf = (pid: number) => path.dirname(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[2] ?? '');
const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

async function backendOf(workshop: Workshop): Promise<number> {
  let backend: number | undefined;
  await until(() => {
    [backend] = busyBackends(workshop);
    return backend !== undefined;
  });
  return backend ?? 0;
}

/** Those of learners' databases that are at a query. */
const busyBackends = (workshop: Workshop): number[] =>
  childrenOf(status(workshop).pid ?? 0).filter((pid) =>
    /postgres: (judge_)?run_.*SELECT/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')),
  );

/** Runs until somebody ends it: a look at the processes takes longer than the usual limit where others want the machine. */
const lasting = sqlExercise({ solution: 'select 1', limits: { testMs: 120_000, runMs: 120_000 } });

test('a backend killed from outside makes its run unavailable, and the next one works', async () => {
  const onCrash = vi.fn();
  await using workshop = await openWorkshop({ onCrash });
  const exercise = sqlExercise({ solution: 'select 1 as a' });
  const doomed = workshop.grade(lasting, 'select pg_sleep(600)');
  process.kill(await backendOf(workshop), 'SIGKILL');
  expect(await doomed).toMatchObject({ status: 'unavailable', retryAfterMs: 1000 });
  await vi.waitFor(
    async () => expect(await workshop.grade(exercise, 'select 1 as a')).toMatchObject({ status: 'passed' }),
    patient,
  );
  expect(onCrash).toHaveBeenCalledOnce();
  expect(status(workshop)).toMatchObject({ restarts: 1 });
});

test('a server killed from outside is replaced, and a busy backend does not outlive it', async () => {
  await using workshop = await openWorkshop();
  const server = status(workshop).pid ?? 0;
  const folder = folderOf(server);
  const endless = 'select count(*) from generate_series(1, 1000000000000) a, generate_series(1, 1000) b';
  const doomed = workshop.grade(lasting, endless);
  const alsoDoomed = workshop.grade(lasting, 'do $$ begin loop end loop; end $$');
  const busy = await backendOf(workshop);
  process.kill(server, 'SIGKILL');
  expect([(await doomed).status, (await alsoDoomed).status]).toEqual(['unavailable', 'unavailable']);
  await until(() => !isAlive(busy) && !existsSync(folder));
  await vi.waitFor(async () => expect(await workshop.run('select 1')).toMatchObject({ status: 'ran' }), patient);
  expect(status(workshop).pid).not.toBe(server);
});

test('dispose leaves no process and no folder behind, even with a run under way', async () => {
  const workshop = await openWorkshop();
  const server = status(workshop).pid ?? 0;
  const folder = folderOf(server);
  const doomed = workshop.grade(lasting, 'select pg_sleep(600)');
  const processes = [server, await backendOf(workshop), ...childrenOf(server)];
  await workshop.runtime.dispose();
  expect((await doomed).status).toBe('unavailable');
  await until(() => processes.every((pid) => !isAlive(pid)));
  expect(existsSync(folder)).toBe(false);
});

test('databases and roles of past runs are dropped', async () => {
  await using workshop = await openWorkshop();
  await Promise.all(Array.from({ length: 6 }, () => workshop.run('create table t (a int)', 'shop')));
  await until(() => status(workshop).retiring === 0 && status(workshop).leased === 0);
  const left = await workshop.run("select count(*) from pg_database where datname like 'run\\_%'", 'shop');
  // Its own and those that are kept ready, four at most.
  expect(left).toMatchObject({ status: 'ran' });
  expect(Number(left.status === 'ran' && left.grid?.rows[0]?.[0])).toBeLessThanOrEqual(5);
});

test('templates beyond the limit are given up, oldest first', async () => {
  await using workshop = await openWorkshop({ templatesMax: 2 });
  for (const solution of ['a', 'b', 'c', 'd']) {
    const exercise = sqlExercise({
      solution: 'select 1 as v',
      dataSets: [{ name: 'visible', hidden: false, sql: `-- ${solution}` }],
    });
    expect(await workshop.grade(exercise, 'select 1 as v')).toMatchObject({ status: 'passed' });
  }
  await until(() => status(workshop).retiring === 0);
  expect(status(workshop).templates).toBe(2);
});

const owner = `
  import { createSqlRuntime } from '#sandbox/sql/runtime';
  const runtime = createSqlRuntime({ databases: async () => null });
  await runtime.boot();
  console.log(runtime.status().pid);
  await runtime.run({ source: 'do $$ begin loop end loop; end $$', signal: new AbortController().signal });
  setInterval(() => undefined, 1000);
`;

function startOwner(options: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {}) {
  return spawn(process.execPath, ['--input-type=module-typescript', '--eval', owner], {
    cwd: path.join(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  });
}

async function pidFrom(child: ReturnType<typeof startOwner>): Promise<number> {
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return Number(line.toString());
}

test('when the owner is killed with SIGKILL, server, backends and folder are gone too', async () => {
  const child = startOwner();
  const server = await pidFrom(child);
  const folder = folderOf(server);
  const processes = [server, ...childrenOf(server)];
  child.kill('SIGKILL');
  await vi.waitFor(() => expect([processes.filter(isAlive), existsSync(folder)]).toEqual([[], false]), patient);
});

test.runIf(process.getuid?.() === 0)(
  'as root the server runs as nobody; as an ordinary user it runs as that user',
  async () => {
    await using workshop = await openWorkshop();
    expect(readFileSync(`/proc/${status(workshop).pid}/status`, 'utf8')).toMatch(/^Uid:\s+65534\s+65534/m);
    const home = mkdtempSync('/tmp/underpin-test-');
    chownSync(home, 2, 2);
    // PostgreSQL wants an account that exists; uid 2 (bin) does everywhere.
    const child = startOwner({ uid: 2, gid: 2, env: { HOME: home, PATH: '/usr/bin:/bin', NODE_ENV: 'test' } });
    const server = await pidFrom(child);
    expect(readFileSync(`/proc/${server}/status`, 'utf8')).toMatch(/^Uid:\s+2\s+2/m);
    expect(readFileSync(`/proc/${server}/limits`, 'utf8')).toMatch(/Max address space\s+471859200/);
    const folder = folderOf(server);
    child.kill('SIGKILL');
    await until(() => !isAlive(server) && !existsSync(folder));
    rmSync(home, { recursive: true });
  },
);

test('a folder whose owner is gone is swept by the next start', async () => {
  const child = startOwner();
  const server = await pidFrom(child);
  const folder = folderOf(server);
  const processes = [server, ...childrenOf(server)];
  const guard = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid) || !existsSync(`/proc/${pid}/cmdline`)) return false;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`underpin-sql-guard\0${server}\0`);
  });
  // With the guard gone as well, nobody is left to tidy up at once.
  process.kill(Number(guard), 'SIGKILL');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(folder)).toBe(true);
  await using workshop = await openWorkshop();
  expect(existsSync(folder)).toBe(false);
  expect(processes.filter(isAlive)).toEqual([]);
  expect(await workshop.run('select 1')).toMatchObject({ status: 'ran' });
});

test('a server that dies under an exercise with tests makes it unavailable, and the next one works', async () => {
  await using workshop = await openWorkshop();
  const exercise = sqlExercise({
    solution: 'select 1',
    limits: { testMs: 120_000, runMs: 120_000 },
    tests: `test('it runs', async ({ sql }) => { await sql.run(); });`,
  });
  const doomed = workshop.grade(exercise, 'select pg_sleep(600)');
  process.kill(await backendOf(workshop), 'SIGKILL');
  expect(await doomed).toMatchObject({ status: 'unavailable', retryAfterMs: 1000 });
  await vi.waitFor(
    async () => expect(await workshop.grade(exercise, 'select 1')).toMatchObject({ status: 'passed' }),
    patient,
  );
});

test('a server that is shut down under exercises with tests makes each unavailable, whatever it was at', async () => {
  const workshop = await openWorkshop();
  const endless = 'select pg_sleep(600)';
  const bodies = {
    run: 'await sql.run();',
    select: 'await sql.select();',
    'a look': `await (await sql.run()).query('${endless}');`,
    'a part in a session': `await (await (await sql.open()).session('a')).part('slow');`,
    'an attempt in a session': `await (await (await sql.open()).session('a')).attemptQuery('${endless}');`,
    migrate: 'await sql.migrate();',
  };
  const doomed = Object.entries(bodies).map(([name, body]) => {
    const exercise = sqlExercise({
      solution: 'select 1',
      limits: { testMs: 120_000, runMs: 120_000 },
      tests: `test('it runs', async ({ sql }) => { ${body} });`,
    });
    return workshop.grade(exercise, name === 'a look' ? 'select 1' : `-- part: slow\n${endless}`);
  });
  await until(() => busyBackends(workshop).length === doomed.length);
  await workshop.runtime.dispose();
  const verdicts = (await Promise.all(doomed)).map(({ status }, index) => [Object.keys(bodies)[index], status]);
  expect(verdicts).toEqual(Object.keys(bodies).map((name) => [name, 'unavailable']));
});
