import { createDatabases, type Databases, type DatabasesOptions, type Recipe } from './databases.ts';
import type { InstallationOptions } from './installation.ts';
import { startPostgres } from './postgres.ts';
import { openSession, type QueryJob, type QueryOutcome } from './query.ts';

export type SqlServer = {
  pid: number;
  account: 'nobody' | 'own';
  databases: Databases;
  /** Runs one text on a database of the recipe that holds what the recipe says and nothing else. Resolves with an outcome; `lost` when the server went away. */
  query: (recipe: Recipe, job: QueryJob) => Promise<QueryOutcome>;
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
  let stopping = false;
  const exited = postgres.exited.then(async (words) => {
    await databases.close();
    return words;
  });

  const query = async (recipe: Recipe, job: QueryJob): Promise<QueryOutcome> => {
    try {
      const lease = await databases.lease(recipe, job.mode === 'one' ? 'read' : 'write');
      let lingering: number | undefined;
      let closing = Promise.resolve();
      try {
        const { host } = postgres;
        const session = await openSession({ host, ...credentialsOf(lease), terminate: databases.terminate });
        backends.add(session.pid);
        try {
          const outcome = await session.query(job);
          if (stopping && outcome.status === 'refused') return { ...outcome, status: 'lost' };
          if (outcome.status === 'stopped') lingering = session.pid;
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
      if (!postgres.hasEnded() && !isLoss(error)) throw error;
      return { status: 'lost', console: '', durationMs: 0 };
    }
  };
  const stop = async () => {
    stopping = true;
    await databases.close();
    await postgres.stop();
    await exited;
  };
  return {
    pid: postgres.pid,
    account: postgres.account === undefined ? 'own' : 'nobody',
    databases,
    query,
    exited,
    stop,
  };
}

const credentialsOf = ({ database, user, password }: { database: string; user: string; password: string }) => ({
  database,
  user,
  password,
});

/** Broken sockets, and the states in which PostgreSQL says that it is going or coming. */
function isLoss(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(57P0[123]|08\d{3}|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(code)) return true;
  return error instanceof Error && /Connection terminated|Cannot use a pool after calling end/.test(error.message);
}
