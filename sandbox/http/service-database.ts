import { z } from 'zod';
import type { Statement } from '#lib/verdict';
import { shorten } from '../literal.ts';
import { json } from '../sql/json.ts';
import { restoreStatement } from './pristine.ts';
import type { Answer, DatabaseSession, OpenDatabase } from '../sql/open-database.ts';

/** One statement of the learner's service, with the request that it was sent for. */
export type SentByService = Statement & { request: number; isControl: boolean };

/** Rows can be put back; anything else makes a database useless for another test. */
export type Trace = 'nothing' | 'rows' | 'anything';

export type ServiceDatabase = {
  /** Answers what the guest asked: `{ value }` or `{ error }`. Null when it is no call of a database. */
  answer: (op: string, payload: string, call: number, request: number) => Promise<string> | null;
  /** Everything that was sent since the last time. */
  take: () => SentByService[];
  /** The judge's own eyes, on a connection that the service does not have. */
  look: (text: string, values: unknown[]) => Promise<Answer>;
  /** The calls that wait for a lock, or for a connection that the service itself holds. */
  blocked: () => Promise<number[]>;
  /** What the statements until now may have left behind. */
  trace: () => Trace;
  /** Whether nothing that the service itself has sent can have left anything behind. */
  isOnlyRead: () => boolean;
  /** Makes the rows what they were, and every session new. Rejects where that cannot be done. */
  restore: () => Promise<void>;
  release: () => Promise<void>;
};

/** As many as the pool of a small service has; one more is the judge's. */
const connectionsMax = 4;
/** Nothing runs and nobody asked for so long: who waits for a connection will not get one. */
const poolPatienceMs = 1000;
const answerCharsMax = 256 * 1024;

const querySchema = z.object({ session: z.int(), text: z.string(), values: z.array(z.unknown()) });
const sessionSchema = z.object({ session: z.int() });

/** The connections of one service to a database that it has for itself. */
export async function openServiceDatabase(database: OpenDatabase, limitMs: number): Promise<ServiceDatabase> {
  const idle: DatabaseSession[] = [];
  const all = new Set<DatabaseSession>();
  const waiting: { call: number; give: (session: DatabaseSession) => void; refuse: (error: Error) => void }[] = [];
  const transactions = new Map<number, DatabaseSession>();
  /** By the call that each runs for. */
  const running = new Map<number, DatabaseSession>();
  let opening = 0;
  let lastCallMs = performance.now();
  let lastTransaction = 0;
  let sent: SentByService[] = [];
  let trace: Trace = 'nothing';
  let isOnlyRead = true;
  let eyes: Promise<DatabaseSession> | undefined;

  const connect = async (): Promise<DatabaseSession> => {
    opening++;
    try {
      const session = await database.connect();
      all.add(session);
      return session;
    } finally {
      opening--;
    }
  };
  const lease = async (call: number): Promise<DatabaseSession> => {
    const free = idle.shift();
    if (free !== undefined) return free;
    if (all.size + opening < connectionsMax) return connect();
    return new Promise((give, refuse) => waiting.push({ call, give, refuse }));
  };
  const giveBack = (session: DatabaseSession, isOver: boolean): void => {
    if (!isOver) {
      const next = waiting.shift();
      if (next === undefined) idle.push(session);
      else next.give(session);
      return;
    }
    all.delete(session);
    session.close();
    const next = waiting.shift();
    if (next !== undefined) connect().then(next.give, next.refuse);
  };
  const run = async (call: number, session: DatabaseSession, text: string, values: unknown[]): Promise<Answer> => {
    running.set(call, session);
    try {
      return await session.query(text, values.length === 0 ? undefined : values, limitMs);
    } finally {
      running.delete(call);
    }
  };
  const leave = (more: Trace): void => {
    if (traces.indexOf(more) > traces.indexOf(trace)) trace = more;
  };
  const record = (text: string, values: unknown[], request: number, isControl: boolean): SentByService => {
    const entry = {
      ...{ text: shorten(text, 4000), parameters: values.map(sqlLiteral), rowCount: null, request, isControl },
    };
    sent.push(entry);
    if (!isControl) leave(traceOf(text));
    if (!isControl && !isPlainRead(text)) isOnlyRead = false;
    return entry;
  };
  const complete = (entry: SentByService, answer: Answer): void => {
    if (answer.ok) entry.rowCount = answer.rowCount ?? answer.rows.length;
    else entry.error = errorFields(answer).message;
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
    const session = pinned ?? (await lease(call));
    const entry = record(text, values, request, false);
    const answer = await run(call, session, text, values);
    complete(entry, answer);
    if (pinned === undefined) giveBack(session, 'end' in answer);
    return answerText(answer);
  };
  const begin = async (call: number, request: number): Promise<string> => {
    const session = await lease(call);
    const entry = record('begin', [], request, true);
    const answer = await run(call, session, 'begin', []);
    complete(entry, answer);
    if (!answer.ok) {
      giveBack(session, 'end' in answer);
      return answerText(answer);
    }
    const id = ++lastTransaction;
    transactions.set(id, session);
    return JSON.stringify({ value: id });
  };
  const finish = async (word: 'commit' | 'rollback', id: number, call: number, request: number): Promise<string> => {
    const session = transactions.get(id);
    if (session === undefined) return JSON.stringify({ value: null });
    transactions.delete(id);
    const entry = record(word, [], request, true);
    const answer = await run(call, session, word, []);
    complete(entry, answer);
    giveBack(session, 'end' in answer);
    // A rollback that did not work has nothing to tell: its session is gone, and with it the transaction.
    return word === 'rollback' || answer.ok ? JSON.stringify({ value: null }) : answerText(answer);
  };
  const look = async (text: string, values: unknown[]): Promise<Answer> => {
    eyes ??= database.connect();
    const answer = await (await eyes).query(text, values.length === 0 ? undefined : values, limitMs);
    // The owner of the database may end its sessions, and this is one of them.
    if ('end' in answer || (!answer.ok && 'error' in answer && answer.error.sqlState === '57P01')) eyes = undefined;
    return answer;
  };

  // The first connections are made before anybody waits for them.
  idle.push(await connect());
  return {
    answer: (op, payload, call, request) => {
      lastCallMs = performance.now();
      const given: unknown = JSON.parse(payload);
      const handled = (work: Promise<string>): Promise<string> =>
        work.catch((error: unknown) => JSON.stringify({ error: { name: 'DatabaseError', message: String(error) } }));
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
      leave(traceOf(text));
      return look(text, values);
    },
    blocked: async () => {
      if (opening > 0) return [];
      const isStill = performance.now() - lastCallMs > poolPatienceMs;
      if (running.size === 0 && waiting.length > 0 && isStill) {
        // Those who hold the connections wait for the ones that want another: it will stay like that.
        const message = `All ${connectionsMax} connections are in use, and none is given back. Inside a transaction use tx.query, not db.query.`;
        for (const { refuse } of waiting.splice(0)) refuse(new Error(message));
        return [];
      }
      const calls = waiting.map(({ call }) => call);
      const asked = [...running];
      if (asked.length === 0) return calls;
      const text = `select pid from pg_stat_activity where pid = any($1) and wait_event_type = 'Lock'`;
      const answer = await look(text, [asked.map(([, { pid }]) => pid)]);
      const locked = new Set(answer.ok ? answer.rows.map(([pid]) => pid) : []);
      // What has been answered meanwhile waits for nothing.
      const stuck = asked.filter(([call, { pid }]) => locked.has(String(pid)) && running.has(call));
      return [...stuck.map(([call]) => call), ...calls];
    },
    trace: () => (transactions.size + running.size + waiting.length + opening > 0 ? 'anything' : trace),
    restore: async () => {
      const sessions = [...all];
      const [first] = sessions;
      if (first === undefined) throw new Error('no session is left');
      const answers = [await first.query(restoreStatement)];
      answers.push(...(await Promise.all(sessions.map((session) => session.query('discard all')))));
      if (answers.some(({ ok }) => !ok)) throw new Error('the database could not be restored');
      sent = [];
      trace = 'nothing';
      isOnlyRead = true;
    },
    isOnlyRead: () => isOnlyRead,
    release: async () => {
      for (const { refuse } of waiting.splice(0)) refuse(new Error('the test is over'));
      await database.release();
    },
  };
}

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
