import { exerciseFault } from '#sandbox/faults';
import { sqlLimits } from '../limits.ts';
import type { QueryOutcome, Session } from '../query.ts';
import { charactersBefore, splitStatements, type Piece } from '../split-sql.ts';
import { faultAt, type Arena, type OpenArena } from './arena.ts';
import { limitMsOf, spend, type Bench, type Progress, type Who } from './bench.ts';
import { difference, learnerFault, ServerLost } from './ends.ts';
import { suiteMessages } from './messages.ts';
import { sourceOf } from './world.ts';

export type MigrationOptions = {
  /** What code of before the migration asks and writes all the while; each must work after every statement. */
  reads?: string[];
  writes?: string[];
  /** Statements that lock a table against others need a lock_timeout of at most so many milliseconds. */
  lockTimeoutMsMax?: number;
  /** Rows of one table that a transaction may change. */
  rowsAtOnceMax?: number;
};

/** What one statement of the migration did, as PostgreSQL's catalogues tell it. */
export type MigrationStep = {
  line: number;
  text: string;
  /** Locks on tables of the schema that keep others from reading or writing them. */
  locks: { table: string; mode: string }[];
  /** Tables that it wrote anew, and tables of which it read every row. */
  rewrote: string[];
  scanned: string[];
  /** Rows changed in its transaction so far. */
  changed: Record<string, number>;
  lockTimeoutMs: number;
};

export type Migration = Arena & { steps: MigrationStep[] };

type Facts = { table: string; locks: string[]; file: string; read: number; changed: number; rows: number };

/**
 * Runs the file statement by statement, each in a transaction of its own unless the file opens one, and looks before
 * each commit at what the transaction holds. So it is known which lock a statement took and what it did under it,
 * without a clock: locks are kept to the end of a transaction.
 */
export async function runMigration(
  bench: Bench,
  progress: Progress,
  who: Who,
  { arena, connect, startIn }: OpenArena,
  options: MigrationOptions,
): Promise<Migration> {
  const source = sourceOf(bench, who);
  const session = await connect('migration');
  const steps: MigrationStep[] = [];
  const lineOf = (piece: Piece) => source.text.slice(0, piece.start).split('\n').length;

  const send = async (text: string): Promise<QueryOutcome> => {
    const outcome = await session.query({ text, mode: 'script', limitMs: limitMsOf(bench, who), signal: bench.signal });
    if (outcome.status === 'lost') throw new ServerLost();
    if (who === 'learner') spend(bench, progress, outcome.durationMs);
    return outcome;
  };
  const fail = (message: string) =>
    who === 'reference' ? exerciseFault(`the reference: ${message}`) : difference({ message });
  const assertDone = (outcome: QueryOutcome, piece: Piece): void => {
    if (outcome.status === 'done') return;
    const fault = faultAt(outcome, source, charactersBefore(source.text, piece.start), bench.testMs);
    if (who === 'reference') throw exerciseFault(`the reference: ${fault.message}`);
    throw learnerFault({ ...fault, message: suiteMessages.stepFailed(lineOf(piece), fault.message) });
  };

  let before: Facts[] = [];
  /** Those of the transaction's beginning. */
  let base: Facts[] = [];
  const pieces = splitStatements(source.text);
  for (const [index, piece] of pieces.entries()) {
    progress.did.push(`migration: ${piece.text.length > 300 ? `${piece.text.slice(0, 299)}…` : piece.text}`);
    const lockTimeoutMs = await lockTimeoutOf(session);
    const alone = session.transaction() === 'none';
    if (alone) {
      // Counters of earlier transactions are put away, so that the next ones begin at nothing.
      await unshadowed(session, 'select pg_catalog.pg_stat_force_next_flush()');
      before = await factsOf(session);
      base = before;
    }
    const wrapped = alone && !isTransactionControl(piece.text) && (await sendWrapped(send, piece, assertDone));
    if (!wrapped) assertDone(await send(piece.text), piece);
    const after = await factsOf(session);
    const step = stepOf({ line: lineOf(piece), text: piece.text, lockTimeoutMs }, base, before, after);
    // What commits by itself did so in as many transactions as it liked.
    if (session.transaction() === 'none') step.changed = {};
    steps.push(step);
    const problem = problemOf(step, options);
    if (problem !== null) throw fail(problem);
    if (wrapped) assertDone(await send('commit'), piece);
    before = after;
    // A transaction around one step holds its lock no longer than the step alone would.
    const commitsNow = session.transaction() === 'open' && /^(commit|end)\b/i.test(pieces[index + 1]?.text ?? '');
    if (commitsNow) continue;
    for (const text of [...(options.reads ?? []), ...(options.writes ?? [])]) {
      const app = await connect('application');
      const running = await startIn('application', app, { text, start: 0 }, null);
      if (running.waitsFor.length > 0) throw fail(suiteMessages.oldCodeWaits(step.line, text));
      const outcome = await running.outcome;
      if (outcome.status === 'lost') throw new ServerLost();
      if (outcome.status === 'done') continue;
      const said = outcome.status === 'refused' ? outcome.error.message : `stopped by ${outcome.by}`;
      throw fail(suiteMessages.oldCodeFails(step.line, text, said));
    }
  }
  if (session.transaction() !== 'none') throw fail(suiteMessages.leftOpen);
  progress.answered = true;
  return { ...arena, steps };
}

const isTransactionControl = (text: string): boolean =>
  /^(begin|start|commit|end|rollback|abort|savepoint|release|prepare\s+transaction)\b/i.test(text);

/** 25001 is what CREATE INDEX CONCURRENTLY says inside a transaction, 2D000 a procedure that commits. */
async function sendWrapped(
  send: (text: string) => Promise<QueryOutcome>,
  piece: Piece,
  assertDone: (outcome: QueryOutcome, piece: Piece) => void,
): Promise<boolean> {
  assertDone(await send('begin'), piece);
  const outcome = await send(piece.text);
  if (outcome.status === 'refused' && /^(25001|2D000)$/.test(outcome.error.code ?? '')) {
    await send('rollback');
    return false;
  }
  assertDone(outcome, piece);
  return true;
}

const blocking = ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'];

/** Asked in the session itself, since nobody else sees what is not committed. */
const factsQuery = `
  select c.relname,
    coalesce((select string_agg(l.mode, ',') from pg_catalog.pg_locks l
      where l.pid = pg_catalog.pg_backend_pid() and l.relation = c.oid and l.granted), ''),
    coalesce(pg_catalog.pg_relation_filenode(c.oid)::text, ''),
    coalesce(s.seq_tup_read, 0), coalesce(s.n_tup_upd + s.n_tup_del, 0), greatest(c.reltuples, 0)::bigint
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join pg_catalog.pg_stat_xact_user_tables s on s.relid = c.oid
  where n.nspname = 'public' and c.relkind = 'r' order by c.relname`;

async function factsOf(session: Session): Promise<Facts[]> {
  if (session.transaction() === 'failed') return [];
  const rows = await unshadowed(session, factsQuery);
  return rows.map(([table, locks, file, read, changed, count]) => ({
    table: table ?? '',
    locks: (locks ?? '').split(',').filter((mode) => blocking.includes(mode)),
    file: file ?? '',
    read: Number(read),
    changed: Number(changed),
    rows: Number(count),
  }));
}

async function lockTimeoutOf(session: Session): Promise<number> {
  if (session.transaction() === 'failed') return 0;
  const rows = await unshadowed(session, "select setting from pg_catalog.pg_settings where name = 'lock_timeout'");
  return Number(rows[0]?.[0] ?? 0);
}

/** A search path of the learner's could bring operators of their own before PostgreSQL's. */
async function unshadowed(session: Session, text: string): Promise<(string | null)[][]> {
  const ask = async (query: string, values: unknown[] = []) => {
    const outcome = await session.query({ text: query, mode: 'script', values, limitMs: sqlLimits.referenceMs });
    if (outcome.status !== 'done') throw new ServerLost();
    return outcome.sets[0]?.rows ?? [];
  };
  const [[path] = []] = await ask("select pg_catalog.current_setting('search_path')");
  await ask("select pg_catalog.set_config('search_path', '', false)");
  const rows = await ask(text);
  await ask("select pg_catalog.set_config('search_path', $1, false)", [path ?? '']);
  return rows;
}

function stepOf(
  known: Pick<MigrationStep, 'line' | 'text' | 'lockTimeoutMs'>,
  base: Facts[],
  before: Facts[],
  after: Facts[],
): MigrationStep {
  const step: MigrationStep = { ...known, locks: [], rewrote: [], scanned: [], changed: {} };
  for (const now of after) {
    const begin = base.find(({ table }) => table === now.table);
    const last = before.find(({ table }) => table === now.table);
    // A table that this migration made is nobody else's yet.
    if (begin === undefined || last === undefined || begin.rows === 0) continue;
    for (const mode of new Set(now.locks)) step.locks.push({ table: now.table, mode: lockNames[mode] ?? mode });
    if (now.file !== last.file) step.rewrote.push(now.table);
    if (now.read - last.read >= begin.rows) step.scanned.push(now.table);
    if (now.changed > 0) step.changed[now.table] = now.changed;
  }
  return step;
}

const lockNames: Record<string, string> = {
  ShareLock: 'a SHARE lock',
  ShareRowExclusiveLock: 'a SHARE ROW EXCLUSIVE lock',
  ExclusiveLock: 'an EXCLUSIVE lock',
  AccessExclusiveLock: 'an ACCESS EXCLUSIVE lock',
};

function problemOf(step: MigrationStep, { lockTimeoutMsMax, rowsAtOnceMax }: MigrationOptions): string | null {
  const { line, locks, rewrote, scanned, changed, lockTimeoutMs } = step;
  const [held] = locks;
  const [anew] = rewrote;
  const [read] = scanned;
  // VACUUM FULL runs in no transaction of ours, so its lock is gone when we look; the new file tells.
  if (anew !== undefined)
    return suiteMessages.heldTooLong(line, anew, 'an ACCESS EXCLUSIVE lock', `writes ${anew} anew`);
  if (held !== undefined && read !== undefined) {
    return suiteMessages.heldTooLong(line, held.table, held.mode, `reads every row of ${read}`);
  }
  if (
    held !== undefined &&
    lockTimeoutMsMax !== undefined &&
    (lockTimeoutMs === 0 || lockTimeoutMs > lockTimeoutMsMax)
  ) {
    return suiteMessages.noLockTimeout(line, held.table, held.mode);
  }
  for (const [table, rows] of Object.entries(changed)) {
    if (rowsAtOnceMax !== undefined && rows > rowsAtOnceMax) {
      return suiteMessages.tooManyRowsAtOnce(line, table, rows, rowsAtOnceMax);
    }
  }
  return null;
}
