import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { sqlLimits } from './limits.ts';
import { adminName, type Postgres } from './postgres.ts';
import { buildTemplate, learnersName, prepareServer } from './template.ts';

/** What a database is made of: SQL of ours, run as an ordinary role. */
export type Recipe = { schema: string; data: string };

export type Lease = {
  database: string;
  user: string;
  password: string;
  /** Gives the database up. `pid` is a backend that may not have ended yet. */
  release: (pid?: number) => void;
};

export type Databases = {
  /**
   * A database of this recipe for one session alone, with a role of its own. For `write` it is fresh, and its role has
   * the rights of an owner. For `read` its role may read and nothing else, so it is as it was and serves again.
   * Rejects when the recipe does not load.
   */
  lease: (recipe: Recipe, access: Access) => Promise<Lease>;
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
};

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
  let leased = 0;
  let closed = false;

  const track = (work: Promise<void>) => {
    pending.add(work);
    void work.finally(() => pending.delete(work));
  };

  const templateOf = (recipe: Recipe): Template => {
    const hash = recipeHash(recipe);
    const name = `t_${hash}`;
    const known = templates.get(hash);
    const template = known ?? {
      name,
      built: buildTemplate(admin, address, name, recipe),
      ready: [],
      readers: [],
      preparing: 0,
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
      await admin.query(`create role ${database} login connection limit 3 password '${password}'`);
      return { database, password };
    } finally {
      template.preparing -= 1;
    }
  };

  const prepareNext = (template: Template) => {
    if (closed || template.ready.length + template.preparing > 0) return;
    track(
      copy(template).then(
        (credentials) => {
          template.ready.push(credentials);
          trimReady();
        },
        () => undefined,
      ),
    );
  };

  /** Copies that wait for use cost 8 MB of disk each; those of the template used longest ago go first. */
  const trimReady = () => {
    let waiting = [...templates.values()].reduce((sum, { ready, readers }) => sum + ready.length + readers.length, 0);
    for (const { ready, readers } of templates.values()) {
      while (waiting > readyMax && ready.length + readers.length > 0) {
        waiting -= 1;
        const one = ready.shift() ?? readers.shift();
        if (one !== undefined) track(retire(one.database).catch(() => undefined));
      }
    }
  };

  const grant = (access: Access, { database }: Credentials) =>
    admin.query(
      access === 'read'
        ? `grant pg_read_all_data to ${database}`
        : `grant ${learnersName} to ${database} with inherit true, set false;
           grant create on database ${database} to ${database}`,
    );

  /** Drops a database and its role; `pid` is a backend that was told to end and may not have listened. */
  const retire = async (database: string, pid?: number): Promise<void> => {
    const deadline = Date.now() + sqlLimits.killAfterMs;
    while (!closed && pid !== undefined && (await stillRuns(pid, database))) {
      // The number is that of our backend as long as the server says so; a later owner of it is never hit.
      if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
      await sleep(100);
    }
    if (closed) return;
    await admin.query(`drop database if exists ${database} with (force)`);
    await admin.query(`drop role if exists ${database}`);
  };

  const stillRuns = async (pid: number, database: string): Promise<boolean> => {
    const text = 'select from pg_stat_activity where pid = $1 and datname = $2';
    return (await control.query(text, [pid, database])).rowCount === 1;
  };

  return {
    lease: async (recipe, access) => {
      const template = templateOf(recipe);
      const used = access === 'read' ? template.readers.pop() : undefined;
      const credentials = used ?? template.ready.shift() ?? (await copy(template));
      leased += 1;
      if (used === undefined) {
        await grant(access, credentials);
        prepareNext(template);
      }
      const release = (pid?: number) => {
        leased -= 1;
        // A session that had to be stopped may still hold a lock; dropping is the sure way.
        const again =
          access === 'read' && pid === undefined && templates.get(recipeHash(recipe)) === template && !closed;
        if (!again) return track(retire(credentials.database, pid).catch(() => undefined));
        template.readers.push(credentials);
        trimReady();
      };
      return { database: credentials.database, user: credentials.database, password: credentials.password, release };
    },
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
