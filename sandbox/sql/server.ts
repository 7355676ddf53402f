import { createDatabases, type Databases, type DatabasesOptions, type Recipe } from './databases.ts';
import type { InstallationOptions } from './installation.ts';
import { isServerLoss, openDatabase, openRawDatabase, type OpenDatabase, type RawDatabase } from './open-database.ts';
import { startPostgres } from './postgres.ts';
import type { QueryJob, QueryOutcome } from './query.ts';

export type SqlServer = {
  pid: number;
  account: 'nobody' | 'own';
  walls: string[];
  databases: Databases;
  /** Runs one text on a database of the recipe that holds what the recipe says and nothing else. Resolves with an outcome; `lost` when the server went away. */
  query: (recipe: Recipe, job: QueryJob) => Promise<QueryOutcome>;
  /** A fresh database for sessions of its caller alone; see open-database.ts. */
  open: (recipe: Recipe, signal: AbortSignal) => Promise<OpenDatabase>;
  /** The same for a judge; with `roles` the one database on the server that may have roles of its own. */
  openRaw: (recipe: Recipe, signal: AbortSignal, roles?: string[]) => Promise<RawDatabase>;
  exited: Promise<string>;
  stop: () => Promise<void>;
};

export type SqlServerOptions = Omit<InstallationOptions, 'account'> & DatabasesOptions;

/** PostgreSQL together with its databases: what lives and dies as one. */
export async function startSqlServer(options: SqlServerOptions = {}): Promise<SqlServer> {
  const postgres = await startPostgres(options);
  const databases = await createDatabases(postgres, options).catch(async (error: unknown) => {
    await postgres.stop();
    throw error;
  });
  const { backends } = postgres;
  const exited = postgres.exited.then(async (words) => {
    await databases.close();
    return words;
  });

  const query = async (recipe: Recipe, job: QueryJob): Promise<QueryOutcome> => {
    try {
      const lease = await databases.lease(recipe, job.mode === 'one' ? 'read' : 'write');
      let lingering: number[] = [];
      let closing = Promise.resolve();
      try {
        const session = await lease.connect('owner');
        backends.add(session.pid);
        try {
          const outcome = await session.query(job);
          if (outcome.status === 'stopped') lingering = [session.pid];
          return outcome;
        } finally {
          closing = session.close();
          backends.delete(session.pid);
        }
      } finally {
        // Dropping a database that a backend is about to leave makes the server sleep for 100 ms, with a lock held.
        void closing.then(() => lease.release(lingering));
      }
    } catch (error) {
      if (!postgres.hasEnded() && !isServerLoss(error)) throw error;
      return { status: 'lost', console: '', notices: [], durationMs: 0 };
    }
  };
  const stop = async () => {
    await databases.close();
    await postgres.stop();
    await exited;
  };
  return {
    pid: postgres.pid,
    account: postgres.account === undefined ? 'own' : 'nobody',
    walls: postgres.walls,
    databases,
    query,
    open: (recipe, signal) => openDatabase({ postgres, databases }, recipe, signal),
    openRaw: async (recipe, signal, roles) => openRawDatabase({ postgres, databases }, recipe, signal, roles),
    exited,
    stop,
  };
}
