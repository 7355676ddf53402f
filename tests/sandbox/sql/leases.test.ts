import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDatabases, type Databases, type Lease } from '#sandbox/sql/databases';
import { sqlLimits } from '#sandbox/sql/limits';
import { openRawDatabase } from '#sandbox/sql/open-database';
import { adminName, startPostgres, type Postgres } from '#sandbox/sql/postgres';
import { openSession } from '#sandbox/sql/query';

let postgres: Postgres;
let databases: Databases;
beforeAll(async () => {
  postgres = await startPostgres();
  databases = await createDatabases(postgres);
});
afterAll(async () => {
  await databases.close();
  await postgres.stop();
});

const recipe = {
  schema: 'create table items (id int primary key, stock int)',
  data: 'insert into items values (1, 1)',
};
const { signal } = new AbortController();
const script = (text: string) => ({ text, mode: 'script' as const, limitMs: 60_000 });

describe('a lease', { timeout: 60_000 }, () => {
  test('that cannot have its roles leaves none of them to the next one', async () => {
    for (const roles of [
      ['app', 'app'],
      ['app', 'learners'],
    ]) {
      await expect(databases.lease(recipe, 'write', { roles, signal })).rejects.toMatchObject({
        message: expect.stringContaining('already exists') as string,
      });
    }
    const lease = await databases.lease(recipe, 'write', { roles: ['app'], signal });
    expect(await lease.letJudgeBe('app')).toBe(true);
    lease.release();
    await databases.settled();
    expect(databases.counts()).toMatchObject({ leased: 0, retiring: 0 });
  });

  test('is given up with every backend that may still be at work, also of sessions that were closed', async () => {
    const released: number[][] = [];
    const watched = async (...given: Parameters<Databases['lease']>): Promise<Lease> => {
      const lease = await databases.lease(...given);
      const release = (pids: number[] = []): void => {
        released.push(pids);
        lease.release(pids);
      };
      return { ...lease, release };
    };
    const host = { postgres, databases: { ...databases, lease: watched } };
    const database = await openRawDatabase(host, recipe, signal);
    const closed = await database.connect('owner');
    const open = await database.connect('owner');
    const stopped = closed.query({ ...script('select pg_sleep(3600)'), limitMs: 50 });
    expect(await stopped).toMatchObject({ status: 'stopped' });
    await closed.close();
    await database.release();
    expect(released).toEqual([[open.pid, closed.pid]]);
  });

  test('has as many connections as it may, one right after the other', async () => {
    const database = await openRawDatabase({ postgres, databases }, recipe, signal);
    const open = [];
    while (open.length < sqlLimits.connectionsMax) open.push(await database.connect('owner'));
    await expect(database.connect('owner')).rejects.toMatchObject({
      message: expect.stringContaining('at most') as string,
    });
    await open[0]?.close();
    await (await database.connect('owner')).close();
    await database.release();
  });
});

describe('a session that is closed in the middle', { timeout: 60_000 }, () => {
  afterEach(() => void vi.useRealTimers());

  test('is not told as ended before its backend was told to end, however long that takes', async () => {
    const lease = await databases.lease(recipe, 'write');
    const told = Promise.withResolvers<null>();
    const holder = await lease.connect('owner');
    const named = await holder.query(script('select current_database()'));
    const database = named.status === 'done' ? (named.sets[0]?.rows[0]?.[0] ?? '') : '';
    const account = { user: adminName, password: postgres.adminPassword };
    const address = { host: postgres.host, database, ...account, isEnding: postgres.isEnding };
    const admin = await openSession({ ...address, terminate: () => Promise.reject(new Error('nothing runs long')) });
    const terminate = async (pid: number): Promise<void> => {
      await told.promise;
      await admin.query(script(`select pg_terminate_backend(${pid})`));
    };
    const waiter = await openSession({ ...address, terminate });
    await holder.query(script('begin; update items set stock = 2'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let ended = '';
    const waits = waiter.query(script('update items set stock = 3')).then(({ status }) => (ended = status));
    // It has been sent when the lock table knows of it.
    while ((await databases.blockers(waiter.pid)).length === 0);
    const closing = waiter.close();
    await vi.advanceTimersByTimeAsync(60 * sqlLimits.endGraceMs);
    // The lock would be its own now, if the one who is told let it go.
    expect(ended).toBe('');
    vi.useRealTimers();
    told.resolve(null);
    expect(await waits).toBe('stopped');
    await closing;
    await holder.query(script('rollback'));
    const left = await holder.query(script('select stock from items'));
    expect(left).toMatchObject({ status: 'done', sets: [{ rows: [['1']] }] });
    await Promise.all([holder.close(), admin.close()]);
    lease.release();
  });
});
