import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { blockersOf, type Blocker } from './blockers.ts';
import { sqlLimits } from './limits.ts';
import { adminName, type Postgres } from './postgres.ts';
import { createTurns, grantRoles, letBe, sweepRoles } from './roles.ts';
import { buildTemplate, learnersName, prepareServer } from './template.ts';

/** What a database is made of: SQL of ours, run as an ordinary role. */
export type Recipe = { schema: string; data: string };

export type Lease = {
  database: string;
  user: string;
  /** For `write`: a role with all rights of the user that the user cannot alter. The password is the same. */
  judge: string;
  password: string;
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
  terminate: (pid: number) => Promise<void>;
  counts: () => { templates: number; ready: number; leased: number; retiring: number };
  /** Resolves when every database that was given up is gone. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
};

export type DatabasesOptions = { templatesMax?: number; readyMax?: number };

export type Access = 'read' | 'write';

type Credentials = { database: string; password: string };
/** `readers` have their grant and may have been used; `ready` are untouched. */
type Template = {
  name: string;
  built: Promise<void>;
  ready: Credentials[];
  readers: Credentials[];
  preparing: number;
  /** So many copies are kept ready: one more each time that the one being made was too late. */
  keep: number;
};

/** A submission with tests of its own uses a database for each, one after the other; four are made while it runs. */
const keepMax = 4;

const quietMsMax = 300;
const quietLookMs = 10;

const judgeOf = (database: string) => `judge_${database}`;

export const recipeHash = ({ schema, data }: Recipe): string =>
  createHash('sha256').update(`${schema.length}\n${schema}${data}`).digest('hex').slice(0, 32);

/**
 * Keeps one template database for each recipe, copies it for each run that may write, and keeps copies ready of those
 * used last, so that a run need not wait for the copying: 12 ms, and 250 ms on a journal-less ext4 that is kept busy
 * with making and deleting files.
 */
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
  const templates = new Map<string, Template>();
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

  /**
   * Copying and dropping a database keep both the server and the disk busy, and connections opened meanwhile take three
   * times as long. So they wait until nobody holds a database, for a while at most.
   */
  const quiet = async (): Promise<void> => {
    const deadlineMs = performance.now() + quietMsMax;
    while (leased > 0 && !closed && performance.now() < deadlineMs) await sleep(quietLookMs);
  };

  const buildOwn = async (name: string, recipe: Recipe): Promise<void> => {
    const role = `build_${randomBytes(12).toString('hex')}`;
    ownRoles.add(role);
    await buildTemplate(admin, address, { name, role }, recipe).finally(() => ownRoles.delete(role));
  };

  const templateOf = (recipe: Recipe): Template => {
    const hash = recipeHash(recipe);
    const name = `t_${hash}`;
    const known = templates.get(hash);
    const template = known ?? {
      name,
      built: buildOwn(name, recipe),
      ready: [],
      readers: [],
      preparing: 0,
      keep: 1,
    };
    templates.delete(hash);
    templates.set(hash, template);
    if (known === undefined) {
      template.built.catch(() => templates.delete(hash));
      evict();
    }
    return template;
  };

  const evict = () => {
    for (const [hash, template] of templates) {
      if (templates.size <= templatesMax) return;
      // A build or a copy under way would fail if its template went away.
      if (template.preparing > 0) continue;
      templates.delete(hash);
      track(template.built.then(() => dropTemplate(template)).catch(() => undefined));
    }
  };

  const dropTemplate = async (template: Template) => {
    for (const { database } of [...template.ready, ...template.readers]) await retire(database);
    await admin.query(`alter database ${template.name} is_template false`);
    await admin.query(`drop database ${template.name} with (force)`);
  };

  const copy = async (template: Template): Promise<Credentials> => {
    template.preparing += 1;
    try {
      await template.built;
      const database = `run_${randomBytes(12).toString('hex')}`;
      const password = randomBytes(24).toString('base64url');
      await admin.query(`create database ${database} template ${template.name} strategy file_copy`);
      await admin.query(
        `create role ${ownRole(database)} login connection limit ${sqlLimits.connectionsMax} password '${password}'`,
      );
      return { database, password };
    } finally {
      template.preparing -= 1;
    }
  };

  const prepareNext = (template: Template) => {
    if (closed || template.ready.length + template.preparing >= template.keep) return;
    template.preparing += 1;
    // With none left the next lease would copy one itself, while somebody waits.
    const moment = template.ready.length > 0 ? quiet() : Promise.resolve();
    const work = moment.then(() => (closed ? undefined : copy(template)));
    track(
      work
        .finally(() => (template.preparing -= 1))
        .then((credentials) => {
          if (credentials === undefined) return;
          template.ready.push(credentials);
          trimReady();
          prepareNext(template);
        })
        .catch(() => undefined),
    );
  };

  /** Copies that wait for use cost 8 MB of disk each; those of the template used longest ago go first. */
  const trimReady = () => {
    let waiting = [...templates.values()].reduce((sum, { ready, readers }) => sum + ready.length + readers.length, 0);
    for (const template of templates.values()) {
      const { ready, readers } = template;
      while (waiting > readyMax && ready.length + readers.length > 0) {
        waiting -= 1;
        template.keep = 1;
        const one = ready.shift() ?? readers.shift();
        if (one !== undefined) track(retire(one.database).catch(() => undefined));
      }
    }
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

  const grant = (access: Access, { database, password }: Credentials) =>
    admin.query(
      access === 'read'
        ? `grant pg_read_all_data to ${database}`
        : `grant ${learnersName} to ${database} with inherit true, set false;
           grant create on database ${database} to ${database};
           create role ${ownRole(judgeOf(database))} login connection limit ${sqlLimits.connectionsMax} password '${password}'
             in role ${database}`,
    );

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

  const stillRuns = async (pid: number, database: string): Promise<boolean> => {
    const text = 'select from pg_stat_activity where pid = $1 and datname = $2';
    return (await control.query(text, [pid, database])).rowCount === 1;
  };

  return {
    lease: async (recipe, access, { roles, signal } = {}) => {
      const leave = roles === undefined ? undefined : await turns.take(signal);
      try {
        const template = templateOf(recipe);
        const used = access === 'read' ? template.readers.pop() : undefined;
        const isMissed = used === undefined && template.ready.length === 0 && template.preparing > 0;
        if (isMissed) template.keep = Math.min(template.keep + 1, keepMax);
        const { database, password } = used ?? template.ready.shift() ?? (await copy(template));
        if (used === undefined) {
          await grant(access, { database, password });
          prepareNext(template);
        }
        if (roles !== undefined) await grantRoles(admin, database, roles);
        leased += 1;
        const release = (pids: number[] = []) => {
          leased -= 1;
          if (leave !== undefined) return track(retireWithRoles(database, pids, leave));
          // A session that had to be stopped may still hold a lock; dropping is the sure way.
          const again =
            access === 'read' && pids.length === 0 && templates.get(recipeHash(recipe)) === template && !closed;
          if (!again)
            return track(
              quiet()
                .then(() => retire(database, pids))
                .catch(() => undefined),
            );
          template.readers.push({ database, password });
          trimReady();
        };
        const judge = judgeOf(database);
        const letJudgeBe = async (role: string) => roles !== undefined && letBe(admin, judge, role);
        return { database, user: database, judge, password, letJudgeBe, release };
      } catch (error) {
        leave?.();
        throw error;
      }
    },
    blockers: (pid) => blockersOf(control, pid),
    terminate: async (pid) => void (await control.query('select pg_terminate_backend($1)', [pid])),
    counts: () => ({
      templates: templates.size,
      ready: [...templates.values()].reduce((sum, { ready, readers }) => sum + ready.length + readers.length, 0),
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
