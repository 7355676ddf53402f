import pg from 'pg';
import { sqlLimits } from './limits.ts';
import { openTranscript } from './transcript.ts';

export type Field = { name: string; typeId: number };
/** Values are PostgreSQL's own text; null is NULL. */
export type ResultSet = { fields: Field[]; rows: (string | null)[][] };
/** What one statement gave: its tag's word (`UPDATE`), how many rows it touched, and the rows that it returned. */
export type StatementResult = ResultSet & { command: string; rowCount: number | null };

export type Ending =
  | { status: 'refused'; error: pg.DatabaseError }
  | { status: 'stopped'; by: 'time' | 'rows' | 'bytes' | 'caller' }
  /** The server went away underneath: no fault of the query's, as far as anybody knows. */
  | { status: 'lost' };

/** `sets` are the results of the statements that return rows; `empty` when the text held no statement at all. */
type Done = { status: 'done'; results: StatementResult[]; sets: ResultSet[]; empty: boolean };

export type QueryOutcome = { console: string; notices: string[]; durationMs: number } & (Done | Ending);

export type QueryJob = {
  text: string;
  /** `one` refuses several statements and whatever would write: the database is reused. `script` takes both. */
  mode: 'one' | 'script';
  /** Parameters of a single statement. */
  values?: unknown[];
  limitMs: number;
  signal?: AbortSignal;
};

export type Session = {
  pid: number;
  /** False once the server has ended it, or it was closed. */
  isOpen: () => boolean;
  query: (job: QueryJob) => Promise<QueryOutcome>;
  /** Whether the session was left in a transaction by its last query. */
  transaction: () => 'none' | 'open' | 'failed';
  /** Ends the session, also in the middle of a query, whose outcome is then `stopped` by `caller`. */
  close: () => Promise<void>;
};

export type SessionOptions = {
  host: string;
  database: string;
  user: string;
  password: string;
  /** Tells the server to end a backend; resolves when it was told, not when it has ended. */
  terminate: (pid: number) => Promise<void>;
  /** Whether the server was told to end. */
  isEnding: () => boolean;
};

/** No value is parsed: the text is shown as it came, and comparing has rules of its own. */
const asText = { getTypeParser: () => (value: string) => value };

/**
 * Opens a session whose queries end by our clock and our caps, whatever they do: the backend is told to end, and when
 * it does not listen the socket is dropped. Rejects when the server cannot be reached.
 */
export async function openSession({ terminate, isEnding, ...address }: SessionOptions): Promise<Session> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 10_000 });
  // Without a listener the end of a connection would end this process; queries learn of it through their own events.
  client.on('error', () => undefined);
  await client.connect();
  const pid = (client as pg.Client & { processID: number }).processID;

  const ending = new AbortController();
  let queue: Promise<unknown> = Promise.resolve();
  let transaction: Session['transaction'] = () => 'none';
  let readyCount = 0;
  let ended = false;
  let onReady: () => void = () => undefined;
  client.connection.on('readyForQuery', ({ status }: { status: string }) => {
    const state = status === 'I' ? 'none' : status === 'T' ? 'open' : 'failed';
    transaction = () => state;
    readyCount += 1;
    onReady();
  });
  client.connection.on('end', () => {
    ended = true;
    onReady();
  });
  /** An error is told before the server says in which state it left the session. */
  const readyAfter = async (count: number): Promise<void> => {
    while (!ended && readyCount === count) await new Promise<void>((resolve) => (onReady = resolve));
  };
  const query = (job: QueryJob): Promise<QueryOutcome> => {
    // One after another, so that no clock starts while an earlier text still runs.
    const outcome = queue.then(async () => {
      if (job.mode === 'one') await client.query('begin read only');
      const signal = job.signal === undefined ? ending.signal : AbortSignal.any([job.signal, ending.signal]);
      const count = readyCount;
      const result = await watch(client, { ...job, signal }, () => terminate(pid));
      if (result.status !== 'refused') return result;
      await readyAfter(count);
      // 57P01, most likely, which a session that ends itself is told too; nobody knows what it would have come to.
      return isEnding() ? lost(result) : result;
    });
    queue = outcome.catch(() => undefined);
    return outcome;
  };
  const close = async (): Promise<void> => {
    // A goodbye would be read only after the query that runs, so the backend is told to end.
    ending.abort();
    await queue;
    await client.end().catch(() => undefined);
  };
  return { pid, isOpen: () => !ended && !ending.signal.aborted, query, transaction: () => transaction(), close };
}

function watch(client: pg.Client, job: QueryJob, terminate: () => Promise<void>): Promise<QueryOutcome> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const { stream } = client.connection;
    const transcript = openTranscript(client);
    const sets = new Map<object, ResultSet>();
    let rows = 0;
    let bytes = 0;
    let flood = 0;
    let stoppedBy: 'time' | 'rows' | 'bytes' | 'caller' | null = null;

    let over = false;
    const finish = (outcome: Done | Ending) => {
      over = true;
      clearTimeout(clock);
      clearTimeout(grace);
      job.signal?.removeEventListener('abort', onAbort);
      clearTimeout(rest);
      stream.off('data', onData);
      stream.resume();
      client.connection.off('notice', onNotice);
      const durationMs = performance.now() - startedAt;
      const ended = stoppedBy === null ? outcome : { status: 'stopped' as const, by: stoppedBy };
      resolve({ ...ended, ...transcript.close(), durationMs });
    };
    let rest: NodeJS.Timeout | undefined;
    let grace: NodeJS.Timeout | undefined;
    const stop = (by: 'time' | 'rows' | 'bytes' | 'caller') => {
      if (stoppedBy !== null) return;
      stoppedBy = by;
      const told = terminate().catch(() => undefined);
      // What is on its way is of no use any more, and reading it would cost memory.
      if (by === 'rows' || by === 'bytes') return void stream.destroy();
      // Counted from when the backend was told: before that it may still be given a lock, and commit.
      void told.then(() => {
        if (!over) grace = setTimeout(() => stream.destroy(), sqlLimits.endGraceMs);
      });
    };
    const clock = setTimeout(() => stop('time'), job.limitMs);
    const onAbort = () => stop('caller');
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > sqlLimits.bytesMax) return stop('bytes');
      if (!transcript.isFull()) return;
      // Each notice comes as a small chunk of its own, so the pauses are counted by bytes.
      flood += chunk.length;
      if (flood < sqlLimits.floodBytes) return;
      flood = 0;
      // Who floods us with notices waits for us to read them: their time runs out, and ours is not spent on parsing.
      stream.pause();
      rest = setTimeout(() => stream.resume(), sqlLimits.floodPauseMs);
    };
    // Notices are no result. One that is too long by itself still counts until it is whole, and is cut off.
    const onNotice = ({ length }: { length: number }) => (bytes -= length);
    job.signal?.addEventListener('abort', onAbort);
    // Before pg's own listener, which would gather the whole of a message before anybody could count it.
    stream.prependListener('data', onData);
    client.connection.on('notice', onNotice);

    const query = new pg.Query({
      text: job.text,
      rowMode: 'array',
      types: asText,
      ...((job.mode === 'one' || job.values !== undefined) && { queryMode: 'extended' }),
      ...(job.values && { values: job.values }),
    } as pg.QueryConfig);
    query.on('row', (row: (string | null)[], result?: { fields: pg.FieldDef[] }) => {
      if (stoppedBy !== null || result === undefined) return;
      if (++rows > sqlLimits.rowsMax) return stop('rows');
      const set = sets.get(result) ?? { fields: [], rows: [] };
      sets.set(result, set);
      set.rows.push(row);
    });
    query.on('error', (error: Error) => finish(endingOf(error)));
    query.on('end', (results) => {
      // pg gives one result, or a list of them when the text held several statements.
      const list = (Array.isArray(results) ? results : [results]) as {
        fields: pg.FieldDef[];
        command: string | null;
        rowCount: number | null;
      }[];
      const done = list.map((result) => ({
        command: result.command ?? '',
        rowCount: result.rowCount,
        fields: result.fields.map(({ name, dataTypeID }) => ({ name, typeId: dataTypeID })),
        rows: sets.get(result)?.rows ?? [],
      }));
      finish({
        status: 'done',
        results: done,
        sets: done.filter(({ fields, command }) => fields.length > 0 || command === 'SELECT'),
        empty: list.every(({ command }) => command === null),
      });
    });
    client.query(query);
    if (job.signal?.aborted) onAbort();
  });
}

function lost({ console, notices, durationMs }: QueryOutcome): QueryOutcome {
  return { status: 'lost', console, notices, durationMs };
}

/** 57P02 is what a backend says when another one crashed; 57P03 and a closed socket mean that the server is gone. */
function endingOf(error: Error): Ending {
  if (!(error instanceof pg.DatabaseError)) return { status: 'lost' };
  return error.code === '57P02' || error.code === '57P03' ? { status: 'lost' } : { status: 'refused', error };
}
