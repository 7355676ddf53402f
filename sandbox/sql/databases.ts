import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { blockersOf, type Blocker } from './blockers.ts';
import {
  copiesOn,
  createCopies,
  emptyShelf,
  isBusy,
  judgeOf,
  quiet,
  type Access,
  type Copy,
  type Credentials,
  type Shelf,
} from './copies.ts';
import { sqlLimits } from './limits.ts';
import { adminName, type Postgres } from './postgres.ts';
import { createTurns, grantRoles, letBe, sweepRoles } from './roles.ts';
import { openSession, type Session } from './query.ts';
import { buildTemplate, prepareServer } from './template.ts';
import { openWaiting, roomMax, waitingMax, type As, type Connect, type Room, type Waiting } from './waiting.ts';

/** What a database is made of: SQL of ours, run as an ordinary role. */
export type Recipe = { schema: string; data: string };

export type Lease = {
  /** A new session; the judge, for `write`, has a role with all rights of the owner that the owner cannot alter. */
  connect: Connect;
  /** Lets the judge act as a role; false when there is none of that name. */
  letJudgeBe: (role: string) => Promise<boolean>;
  /** Gives the database up. `pids` are backends that may not have ended yet. */
  release: (pids?: number[]) => void;
};

/**
 * `roles`: names that exist before anything runs, and the right to make others. Names of roles belong to the whole
 * server, so only one such lease is given out at a time; those that wait are served in turn.
 */
export type LeaseOptions = { roles?: string[] | undefined; signal?: AbortSignal };

export type Databases = {
  /**
   * A database of this recipe for one session alone, with a role of its own. For `write` it is fresh, and its role has
   * the rights of an owner. For `read` its role may read and nothing else, so it is as it was and serves again.
   * Rejects when the recipe does not load.
   */
  lease: (recipe: Recipe, access: Access, options?: LeaseOptions) => Promise<Lease>;
  /** Sessions that keep a backend from going on; empty when it works, or when it is not there. */
  blockers: (pid: number) => Promise<Blocker[]>;
  counts: () => { templates: number; ready: number; leased: number; retiring: number };
  /** Resolves when every database that was given up is gone. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
};

export type { Access } from './copies.ts';

export type DatabasesOptions = { templatesMax?: number; readyMax?: number };

export const recipeHash = ({ schema, data }: Recipe): string =>
  createHash('sha256').update(`${schema.length}\n${schema}${data}`).digest('hex').slice(0, 32);

/** Keeps one template database for each recipe, and copies it for each run that may write. */
export async function createDatabases(
  postgres: Postgres,
  { templatesMax = 64, readyMax = 16 }: DatabasesOptions = {},
): Promise<Databases> {
  const address = { host: postgres.host, user: adminName, password: postgres.adminPassword };
  await prepareServer(address);
  const admin = new pg.Pool({ ...address, database: 'postgres', max: 3, idleTimeoutMillis: 0 });
  // Connections of its own: telling a backend to end must never wait for a copy.
  const control = new pg.Pool({ ...address, database: 'postgres', max: 2, idleTimeoutMillis: 0 });
  // The end of the server is noticed by its process; here it must only not end ours.
  admin.on('error', () => undefined);
  control.on('error', () => undefined);

  // Oldest use first: a Map keeps the order of insertion, and each use inserts anew.
  const templates = new Map<string, Shelf>();
  const pending = new Set<Promise<void>>();
  // Names of roles that are ours, each before it is made.
  const ownRoles = new Set<string>();
  const turns = createTurns();
  let leased = 0;
  let closed = false;

  const ownRole = (name: string): string => {
    ownRoles.add(name);
    return name;
  };

  const track = (work: Promise<void>) => {
    pending.add(work);
    void work.finally(() => pending.delete(work));
  };

  const buildOwn = async (name: string, recipe: Recipe): Promise<void> => {
    const role = `build_${randomBytes(12).toString('hex')}`;
    ownRoles.add(role);
    await buildTemplate(admin, address, { name, role }, recipe).finally(() => ownRoles.delete(role));
  };

  const shelfOf = (recipe: Recipe): Shelf => {
    const hash = recipeHash(recipe);
    const name = `t_${hash}`;
    const known = templates.get(hash);
    const shelf = known ?? emptyShelf(name, buildOwn(name, recipe));
    templates.delete(hash);
    templates.set(hash, shelf);
    if (known === undefined) {
      shelf.built.catch(() => templates.delete(hash));
      evict();
    }
    return shelf;
  };

  const evict = () => {
    for (const [hash, shelf] of templates) {
      if (templates.size <= templatesMax) return;
      if (isBusy(shelf)) continue;
      templates.delete(hash);
      track(shelf.built.then(() => dropTemplate(shelf)).catch(() => undefined));
    }
  };

  const dropTemplate = async (shelf: Shelf) => {
    for (const copy of copiesOn(shelf)) await retireUnused(copy);
    await admin.query(`alter database ${shelf.template} is_template false`);
    await admin.query(`drop database ${shelf.template} with (force)`);
  };

  /** Roles that a learner made hold nothing once their database is gone. A server that keeps one is not used again. */
  const retireWithRoles = async (database: string, pids: number[], leave: () => void): Promise<void> => {
    try {
      await dropDatabase(database, pids);
      if (closed) return;
      // With the others, because it may be what they were granted by.
      for (const role of [judgeOf(database), database]) ownRoles.delete(role);
      await sweepRoles(admin, (name) => ownRoles.has(name));
    } catch {
      if (!closed) await postgres.stop();
    } finally {
      leave();
    }
  };

  /** `pids` are backends that were told to end and may not have listened. */
  const dropDatabase = async (database: string, pids: number[]): Promise<void> => {
    const deadline = Date.now() + sqlLimits.killAfterMs;
    for (const pid of pids) {
      while (!closed && (await stillRuns(pid, database))) {
        // The number is that of our backend as long as the server says so; a later owner of it is never hit.
        if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
        await sleep(20);
      }
    }
    if (!closed) await admin.query(`drop database if exists ${database} with (force)`);
  };

  const retire = async (database: string, pids: number[] = []): Promise<void> => {
    await dropDatabase(database, pids);
    if (closed) return;
    await admin.query(`drop role if exists ${judgeOf(database)}, ${database}`);
    for (const role of [judgeOf(database), database]) ownRoles.delete(role);
  };

  const retireUnused = async ({ database, waiting }: Copy): Promise<void> => {
    await waiting.close();
    await retire(database);
  };

  const terminate = async (pid: number) => void (await control.query('select pg_terminate_backend($1)', [pid]));
  const connectTo = ({ database, password }: Credentials, as: As): Promise<Session> => {
    const user = as === 'owner' ? database : judgeOf(database);
    return openSession({ host: postgres.host, database, user, password, terminate, isEnding: postgres.isEnding });
  };

  const room: Room = { left: roomMax };
  const openIn = (to: Credentials, wanted: Record<As, number>): Waiting =>
    openWaiting((as) => connectTo(to, as), wanted, room);

  const stillRuns = async (pid: number, database: string): Promise<boolean> => {
    const text = 'select from pg_stat_activity where pid = $1 and datname = $2';
    return (await control.query(text, [pid, database])).rowCount === 1;
  };

  const leasedCount = () => leased;
  const isClosed = () => closed;
  const copies = createCopies({
    ...{ admin, readyMax, ownRole, track },
    shelves: () => templates.values(),
    leased: leasedCount,
    closed: isClosed,
    retire: retireUnused,
    open: openIn,
  });

  return {
    lease: async (recipe, access, { roles, signal } = {}) => {
      const leave = roles === undefined ? undefined : await turns.take(signal);
      const shelf = shelfOf(recipe);
      const copy = await copies.take(shelf, access).catch((error: unknown) => {
        leave?.();
        throw error;
      });
      const { database, password } = copy;
      leased += 1;
      const { wanted } = shelf.untouched[access];
      const asked = { owner: 0, judge: 0 };
      const connect = async (as: As): Promise<Session> => {
        asked[as] += 1;
        wanted[as] = Math.min(waitingMax, Math.max(wanted[as], asked[as]));
        return (await copy.waiting.take(as)) ?? connectTo(copy, as);
      };
      const release = (pids: number[] = []) => {
        leased -= 1;
        const unused = copy.waiting.close();
        if (leave !== undefined) return track(unused.then(() => retireWithRoles(database, pids, leave)));
        // A session that had to be stopped may still hold a lock; dropping is the sure way.
        const again = access === 'read' && pids.length === 0 && templates.get(recipeHash(recipe)) === shelf && !closed;
        if (!again)
          return track(
            unused
              .then(() => quiet(leasedCount, isClosed))
              .then(() => retire(database, pids))
              .catch(() => undefined),
          );
        shelf.readers.push({ database, password, waiting: openIn(copy, wanted) });
        copies.trim();
      };
      try {
        if (roles !== undefined) await grantRoles(admin, database, roles);
      } catch (error) {
        // Those that were made before the one which cannot be would be in the way of the next lease.
        release();
        throw error;
      }
      const letJudgeBe = async (role: string) => roles !== undefined && letBe(admin, judgeOf(database), role);
      return { connect, letJudgeBe, release };
    },
    blockers: (pid) => blockersOf(control, pid),
    counts: () => ({
      templates: templates.size,
      ready: [...templates.values()].reduce((sum, shelf) => sum + copiesOn(shelf).length, 0),
      leased,
      retiring: pending.size,
    }),
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
    close: async () => {
      closed = true;
      await Promise.all([admin.end().catch(() => undefined), control.end().catch(() => undefined)]);
    },
  };
}
