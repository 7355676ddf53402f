import { z } from 'zod';
import type { Statement } from '#lib/verdict';
import { shorten } from '../literal.ts';
import { json } from '../sql/json.ts';
import { openConnections } from './connections.ts';
import { restoreStatement } from './pristine.ts';
import type { Answer, DatabaseSession, OpenDatabase } from '../sql/open-database.ts';

/** One statement of the learner's service, with the request that it was sent for. */
export type SentByService = Statement & { request: number; isControl: boolean };

/** Rows can be put back; anything else makes a database useless for another test. */
export type Trace = 'nothing' | 'rows' | 'anything';

/** Which call of the guest's it is, for which request, and how many of the same moment follow. */
type Asked = { call: number; request: number; more: number };

export type ServiceDatabase = {
  /** Answers what the guest asked: `{ value }` or `{ error }`. Null when it is no call of a database. */
  answer: (op: string, payload: string, asked: Asked) => Promise<string> | null;
  /** Everything that was sent since the last time. */
  take: () => SentByService[];
  /** The judge's own eyes, on a connection that the service does not have. */
  look: (text: string, values: unknown[]) => Promise<Answer>;
  /** Told each time when all that is under way waits for the service itself: for its locks, or for its connections. */
  onStuck: (listener: (calls: number[]) => void) => void;
  /** Tells once more, where it is still so. */
  tellStuck: () => void;
  /** The service does nothing more before one of its calls is answered: what waits for it is told so. */
  endStandstill: () => void;
  /** What the statements until now may leave behind when they have ended. */
  written: () => Trace;
  /** The same, where what has not ended may leave anything. */
  trace: () => Trace;
  /** Whether nothing that the service itself has sent can have left anything behind. */
  isOnlyRead: () => boolean;
  /** Makes the rows what they were, and every session new. Rejects where that cannot be done. */
  restore: () => Promise<void>;
  release: () => Promise<void>;
};

const answerCharsMax = 256 * 1024;

const querySchema = z.object({ session: z.int(), text: z.string(), values: z.array(z.unknown()) });
const sessionSchema = z.object({ session: z.int() });

type Sent = {
  call: number;
  pinned: DatabaseSession | undefined;
  text: string;
  values?: unknown[];
  request: number;
  isControl: boolean;
};

export type ServiceDatabaseOptions = {
  limitMs: number;
  /** The schema has functions or triggers, so that any statement may leave something. */
  readsMayWrite: boolean;
};

/** The connections of one service to a database that it has for itself. */
export async function openServiceDatabase(
  database: OpenDatabase,
  { limitMs, readsMayWrite }: ServiceDatabaseOptions,
): Promise<ServiceDatabase> {
  const transactions = new Map<number, DatabaseSession>();
  let lastTransaction = 0;
  let sent: SentByService[] = [];
  let trace: Trace = 'nothing';
  let isOnlyRead = true;
  let hasTimeout = false;
  let eyes: Promise<DatabaseSession> | undefined;

  const look = async (text: string, values: unknown[]): Promise<Answer> => {
    eyes ??= database.connect();
    const answer = await (await eyes).query(text, values.length === 0 ? undefined : values, limitMs);
    // The owner of the database may end its sessions, and this is one of them.
    if ('end' in answer || (!answer.ok && 'error' in answer && answer.error.sqlState === '57P01')) eyes = undefined;
    return answer;
  };
  const connections = await openConnections({
    connect: database.connect,
    blockers: async (pids) => {
      const text = `select pid, array_to_string(pg_catalog.pg_blocking_pids(pid), ',') from pg_catalog.unnest($1::int4[]) pid`;
      const answer = await look(text, [pids]);
      const rows = answer.ok ? answer.rows : [];
      return new Map(rows.map(([pid, list]) => [Number(pid), (list ?? '').split(',').filter(Boolean).map(Number)]));
    },
  });
  const leave = (more: Trace): void => {
    if (traces.indexOf(more) > traces.indexOf(trace)) trace = more;
  };
  const record = (text: string, values: unknown[], request: number, isControl: boolean): SentByService => {
    const entry = {
      ...{ text: shorten(text, 4000), parameters: values.map(sqlLiteral), rowCount: null, request, isControl },
    };
    sent.push(entry);
    if (!isControl) leave(traceInDoubt(text));
    if (!isControl && readsMayWrite) leave('rows');
    if (!isControl && (readsMayWrite || !isPlainRead(text))) isOnlyRead = false;
    return entry;
  };
  const complete = (entry: SentByService, answer: Answer): void => {
    if (answer.ok) entry.rowCount = answer.rowCount ?? answer.rows.length;
    else entry.error = errorFields(answer).message;
  };

  const send = async (
    { call, pinned, text, values = [], request, isControl }: Sent,
    keeps: (answer: Answer) => boolean,
  ): Promise<{ answer: Answer; session: DatabaseSession }> => {
    let entry: SentByService | undefined;
    hasTimeout ||= /(lock|statement|transaction)_timeout/i.test(text);
    const run = (session: DatabaseSession): Promise<Answer> => {
      entry = record(text, values, request, isControl);
      return session.query(text, values.length === 0 ? undefined : values, limitMs);
    };
    const given = await connections.run({
      ...{ call, pinned, send: run, keeps, endsItself: hasTimeout },
      overlaps: pinned === undefined && !isControl && mayWriteAlone(text),
    });
    if (entry !== undefined) complete(entry, given.answer);
    return given;
  };
  const mayWriteAlone = (text: string): boolean => {
    const left = traceOf(text);
    return left === 'rows' || (readsMayWrite && left === 'nothing');
  };
  const query = async (
    { session: id, text, values }: z.infer<typeof querySchema>,
    call: number,
    request: number,
  ): Promise<string> => {
    const control = controlWord(text, id !== 0);
    if (control !== undefined)
      return JSON.stringify({ error: { name: 'DatabaseError', message: controlAdvice(control) } });
    const pinned = transactions.get(id);
    if (id !== 0 && pinned === undefined) {
      return JSON.stringify({ error: { name: 'DatabaseError', message: 'This transaction is over.' } });
    }
    const isPinned = pinned !== undefined;
    const { answer } = await send({ call, pinned, text, values, request, isControl: false }, () => isPinned);
    return answerText(answer);
  };
  const begin = async (call: number, request: number): Promise<string> => {
    const sentFor = { call, pinned: undefined, text: 'begin', request, isControl: true };
    const { answer, session } = await send(sentFor, ({ ok }) => ok);
    if (!answer.ok) return answerText(answer);
    const id = ++lastTransaction;
    transactions.set(id, session);
    return JSON.stringify({ value: id });
  };
  const finish = async (word: 'commit' | 'rollback', id: number, call: number, request: number): Promise<string> => {
    const pinned = transactions.get(id);
    if (pinned === undefined) return JSON.stringify({ value: null });
    transactions.delete(id);
    const { answer } = await send({ call, pinned, text: word, request, isControl: true }, () => false);
    // A rollback that did not work has nothing to tell: its session is gone, and with it the transaction.
    return word === 'rollback' || answer.ok ? JSON.stringify({ value: null }) : answerText(answer);
  };

  return {
    answer: (op, payload, { call, request, more }) => {
      connections.expect(more);
      const given: unknown = JSON.parse(payload);
      const handled = (work: Promise<string>): Promise<string> => {
        // A call that needed no statement may have been the last that others were held for.
        connections.tellStuck();
        return work.catch(({ message }: Error) => JSON.stringify({ error: { name: 'DatabaseError', message } }));
      };
      if (op === 'query') return handled(query(querySchema.parse(given), call, request));
      if (op === 'begin') return handled(begin(call, request));
      if (op === 'commit' || op === 'rollback')
        return handled(finish(op, sessionSchema.parse(given).session, call, request));
      return null;
    },
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    look: (text, values) => {
      leave(traceInDoubt(text));
      return look(text, values);
    },
    onStuck: connections.onStuck,
    tellStuck: connections.tellStuck,
    endStandstill: connections.endStandstill,
    written: () => trace,
    trace: () => (transactions.size > 0 || connections.isBusy() ? 'anything' : trace),
    restore: async () => {
      const sessions = connections.all();
      const [first] = sessions;
      if (first === undefined) throw new Error('no session is left');
      const answers = [await first.query(restoreStatement)];
      answers.push(...(await Promise.all(sessions.map((session) => session.query('discard all')))));
      if (answers.some(({ ok }) => !ok)) throw new Error('the database could not be restored');
      sent = [];
      trace = 'nothing';
      isOnlyRead = true;
      hasTimeout = false;
    },
    isOnlyRead: () => isOnlyRead,
    release: async () => {
      connections.close();
      await database.release();
    },
  };
}

/** `E'\''` and `$$` make quotes that can be read in two ways, and behind them a second statement may stand. */
const traceInDoubt = (text: string): Trace => (/\\|\$(?!\d)/.test(text) ? 'anything' : traceOf(text));

/** What a statement may leave behind. What is in doubt counts as more. */
function traceOf(text: string): Trace {
  const bare = text.replace(/'(?:[^']|'')*'/gs, "''").replace(/--[^\n]*|\/\*.*?\*\//gs, ' ');
  if (/;\s*\S/.test(bare)) return 'anything';
  const [, first = ''] = /^\s*\(?\s*([a-z]+)/i.exec(bare) ?? [];
  const isQuery = /^(select|with|values|table)$/i.test(first);
  const writes = /\b(insert|update|delete|merge|truncate)\b/i.test(bare);
  if (!isQuery) return /^(insert|update|delete|merge|truncate)$/i.test(first) ? 'rows' : 'anything';
  if (writes) return 'rows';
  if (/\binto\b/i.test(bare)) return 'anything';
  return /\b(nextval|setval|lo_\w+|pg_\w+|set_config)\b/i.test(bare) ? 'rows' : 'nothing';
}

/**
 * A query that leaves nothing behind, however its quotes and comments are read: one statement, and no word that could
 * write or be the name of a function that does, not even inside a text.
 */
const isPlainRead = (text: string): boolean =>
  /^\s*select\b/i.test(text) && !/[;\\]|\$(?!\d)/.test(text) && !mayWrite.test(text);

const mayWrite =
  /\b(insert|update|delete|merge|truncate|into|call|nextval|setval|setseed|set_config|pg_\w*|lo_\w*|\w*xml\w*|ts_stat)\b/i;

const traces = ['nothing', 'rows', 'anything'] as const;

const controlPattern =
  /^(?:\s|--[^\n]*\n|\/\*.*?\*\/)*(begin|start\s+transaction|commit|end|rollback|abort|savepoint|release|prepare\s+transaction)\b(.*)$/is;

/** A statement that begins or ends a transaction by hand; inside one, savepoints are allowed. */
function controlWord(text: string, isInside: boolean): string | undefined {
  const [, word, rest = ''] = controlPattern.exec(text) ?? [];
  if (word === undefined) return undefined;
  const isSavepoint =
    /^(savepoint|release)$/i.test(word) ||
    (/^rollback$/i.test(word) && /^\s*(work\s+|transaction\s+)?to\b/i.test(rest));
  return isInside && isSavepoint ? undefined : word.toLowerCase().replace(/\s+/g, ' ');
}

const controlAdvice = (word: string): string =>
  `"${word}" was not sent: the next db.query may use another connection. Write db.transaction(async (tx) => { … }) and use tx.query inside.`;

function answerText(answer: Answer): string {
  if (!answer.ok) return JSON.stringify({ error: errorFields(answer) });
  const rows = json(answer);
  const text = JSON.stringify({ value: { rows, rowCount: answer.rowCount ?? rows.length } });
  if (text.length <= answerCharsMax) return text;
  const message = `The answer has more than ${answerCharsMax / 1024} KB, the limit here. Ask for fewer rows or columns.`;
  return JSON.stringify({ error: { name: 'DatabaseError', message } });
}

function errorFields(
  answer: Extract<Answer, { ok: false }>,
): { name: string; message: string } & Record<string, unknown> {
  if ('error' in answer) {
    const { message, sqlState, detail, hint, constraint } = answer.error;
    return {
      ...{ name: 'DatabaseError', message, code: sqlState },
      ...(detail !== undefined && { detail }),
      ...(hint !== undefined && { hint }),
      ...(constraint !== undefined && { constraint }),
    };
  }
  const words = {
    'time-limit': { message: 'The statement took too long and was ended with its connection.', code: '57014' },
    'memory-limit': { message: 'The answer was too large, and its connection was ended.', code: '54000' },
    lost: { message: 'The connection to the database was lost.', code: '08006' },
  };
  return { name: 'DatabaseError', ...words[answer.end] };
}

function sqlLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return shorten(`ARRAY[${value.map(sqlLiteral).join(', ')}]`, 500);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `'${shorten(text, 500).replaceAll("'", "''")}'`;
}
