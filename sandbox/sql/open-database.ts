import type pg from 'pg';
import type { Databases, Lease, Recipe } from './databases.ts';
import { sqlLimits } from './limits.ts';
import type { Postgres } from './postgres.ts';
import type { Ending, Field, QueryOutcome, Session } from './query.ts';
import { typeName } from './type-names.ts';
import type { As, Connect } from './waiting.ts';

/** `type` is PostgreSQL's short name (`int4`, `timestamptz`); `other` for a type that a schema made. */
export type Column = Field & { type: string };

export type DatabaseError = {
  message: string;
  sqlState: string;
  /** Counts characters of the text from 1. */
  position?: number;
  detail?: string;
  hint?: string;
  constraint?: string;
};

export type Answer =
  /** Of several statements, the last one. Values are PostgreSQL's own text; null is NULL. */
  | {
      ok: true;
      columns: Column[];
      rows: (string | null)[][];
      command: string;
      rowCount: number | null;
      notices: string[];
    }
  | { ok: false; error: DatabaseError }
  /** The session is over. `memory-limit`: the answer was larger than one may be; `lost`: the connection went away. */
  | { ok: false; end: 'time-limit' | 'memory-limit' | 'lost' };

export type DatabaseSession = {
  /**
   * Runs one text after those before it. Without `values` it may hold several statements, as with any driver that
   * uses the simple protocol. Never rejects; whatever runs longer than `limitMs` is ended together with its session.
   */
  query: (text: string, values?: unknown[], limitMs?: number) => Promise<Answer>;
  /** Ends the session, also in the middle of a query. */
  close: () => void;
  pid: number;
};

export type OpenDatabase = {
  /** A session of the database's owner. Rejects beyond `sqlLimits.connectionsMax` of them, and after `release`. */
  connect: () => Promise<DatabaseSession>;
  /** Ends every session and gives the database up. May be called again. Resolves when no session is left of ours. */
  release: () => Promise<void>;
};

/** What a database is opened on. */
export type DatabaseHost = { postgres: Postgres; databases: Databases };

/** Sessions as the queries of the runtime see them, for judges of our own. */
export type RawDatabase = Pick<Lease, 'letJudgeBe'> & {
  /** `judge` logs in with a role that the learner can neither alter nor lock out. */
  connect: Connect;
  release: () => Promise<void>;
};

/**
 * Opens a fresh database of the recipe for its caller alone. It goes away with `release`, when `signal` is aborted, and
 * when it was forgotten for `sqlLimits.leaseMs`. Rejects when the recipe does not load.
 */
export async function openDatabase(host: DatabaseHost, recipe: Recipe, signal: AbortSignal): Promise<OpenDatabase> {
  const raw = await openRawDatabase(host, recipe, signal);
  return {
    connect: async () => {
      const session = await raw.connect('owner');
      return {
        pid: session.pid,
        query: async (text, values, limitMs = sqlLimits.queryMs) =>
          answerOf(await session.query({ text, mode: 'script', limitMs, ...(values && { values }) })),
        close: () => void session.close(),
      };
    },
    release: raw.release,
  };
}

export async function openRawDatabase(
  { postgres, databases }: DatabaseHost,
  recipe: Recipe,
  signal: AbortSignal,
  roles?: string[],
): Promise<RawDatabase> {
  signal.throwIfAborted();
  const lease = await databases.lease(recipe, 'write', { roles, signal });
  const open = new Set<Session>();
  const opening = new Set<Promise<Session>>();
  let released: Promise<void> | null = null;

  const release = (): Promise<void> => {
    released ??= end();
    return released;
  };
  const end = async (): Promise<void> => {
    clearTimeout(life);
    signal.removeEventListener('abort', onAbort);
    await Promise.allSettled(opening);
    const pids = [...open].map(({ pid }) => pid);
    await Promise.all([...open].map((session) => session.close()));
    for (const pid of pids) postgres.backends.delete(pid);
    // A backend that was told to end may still be at it; the dropping waits for it, and kills it in the end.
    lease.release(pids);
  };
  const onAbort = () => void release();
  const life = setTimeout(onAbort, sqlLimits.leaseMs).unref();
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) await release();

  const connectNow = async (as: As): Promise<Session> => {
    const session = await lease.connect(as);
    postgres.backends.add(session.pid);
    open.add(session);
    const close = async () => {
      await session.close();
      postgres.backends.delete(session.pid);
      open.delete(session);
    };
    return { ...session, close };
  };
  return {
    letJudgeBe: lease.letJudgeBe,
    release,
    connect: (as) => {
      if (released !== null) return Promise.reject(new Error('the database was released'));
      if (open.size + opening.size >= sqlLimits.connectionsMax) {
        return Promise.reject(new Error(`at most ${sqlLimits.connectionsMax} connections to one database`));
      }
      const connecting = connectNow(as);
      opening.add(connecting);
      void connecting.catch(() => undefined).finally(() => opening.delete(connecting));
      return connecting;
    },
  };
}

/** Broken sockets, and the states in which PostgreSQL says that it is going or coming: no fault of anybody's query. */
export function isServerLoss(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(57P0[123]|53300|08\d{3}|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(code)) return true;
  return error instanceof Error && /Connection terminated|Cannot use a pool after calling end/.test(error.message);
}

function answerOf(outcome: QueryOutcome): Answer {
  switch (outcome.status) {
    case 'done': {
      const last = outcome.results.at(-1) ?? { command: '', rowCount: null, fields: [], rows: [] };
      const { fields, rows, command, rowCount } = last;
      const columns = fields.map((field) => ({ ...field, type: typeName(field.typeId) }));
      return { ok: true, columns, rows, command, rowCount, notices: outcome.notices };
    }
    case 'refused':
      return { ok: false, error: errorOf(outcome.error) };
    case 'stopped':
      return { ok: false, end: endOf(outcome.by) };
    case 'lost':
      return { ok: false, end: 'lost' };
  }
}

function endOf(by: Extract<Ending, { status: 'stopped' }>['by']): 'time-limit' | 'memory-limit' | 'lost' {
  if (by === 'time') return 'time-limit';
  return by === 'caller' ? 'lost' : 'memory-limit';
}

function errorOf({ message, code, position, detail, hint, constraint }: pg.DatabaseError): DatabaseError {
  return {
    message,
    sqlState: code ?? '',
    ...(position !== undefined && { position: Number(position) }),
    ...(detail !== undefined && { detail }),
    ...(hint !== undefined && { hint }),
    ...(constraint !== undefined && { constraint }),
  };
}
