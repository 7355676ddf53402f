import pg from 'pg';
import { sqlLimits } from './limits.ts';
import { openTranscript } from './transcript.ts';

export type Field = { name: string; typeId: number };
/** Values are PostgreSQL's own text; null is NULL. */
export type ResultSet = { fields: Field[]; rows: (string | null)[][] };

export type QueryOutcome = { console: string; durationMs: number } &
  /** `empty` when the text held no statement at all. */
  (
    | { status: 'done'; sets: ResultSet[]; empty: boolean }
    | { status: 'refused'; error: pg.DatabaseError }
    | { status: 'stopped'; by: 'time' | 'rows' | 'bytes' | 'caller' }
    /** The server went away underneath: no fault of the query's, as far as anybody knows. */
    | { status: 'lost' }
  );

export type QueryJob = {
  text: string;
  /** `one` refuses several statements and whatever would write: the database is reused. `script` takes both. */
  mode: 'one' | 'script';
  limitMs: number;
  signal?: AbortSignal;
};

export type Session = { pid: number; query: (job: QueryJob) => Promise<QueryOutcome>; close: () => Promise<void> };

export type SessionOptions = {
  host: string;
  database: string;
  user: string;
  password: string;
  /** Tells the server to end a backend; resolves when it was told, not when it has ended. */
  terminate: (pid: number) => Promise<void>;
};

/** No value is parsed: the text is shown as it came, and comparing has rules of its own. */
const asText = { getTypeParser: () => (value: string) => value };

/**
 * Opens a session whose queries end by our clock and our caps, whatever they do: the backend is told to end, and when
 * it does not listen the socket is dropped. Rejects when the server cannot be reached.
 */
export async function openSession({ terminate, ...address }: SessionOptions): Promise<Session> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 10_000 });
  // Without a listener the end of a connection would end this process; queries learn of it through their own events.
  client.on('error', () => undefined);
  await client.connect();
  const pid = (client as pg.Client & { processID: number }).processID;

  const query = async (job: QueryJob): Promise<QueryOutcome> => {
    if (job.mode === 'one') await client.query('begin read only');
    return watch(client, job, () => terminate(pid));
  };
  return { pid, query, close: () => client.end().catch(() => undefined) };
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

    const finish = (outcome: { status: 'done'; sets: ResultSet[]; empty: boolean } | Ending) => {
      clearTimeout(clock);
      clearTimeout(grace);
      job.signal?.removeEventListener('abort', onAbort);
      clearTimeout(rest);
      stream.off('data', onData);
      stream.resume();
      client.connection.off('notice', onNotice);
      const durationMs = performance.now() - startedAt;
      const ended = stoppedBy === null ? outcome : { status: 'stopped' as const, by: stoppedBy };
      resolve({ ...ended, console: transcript.close(), durationMs });
    };
    let rest: NodeJS.Timeout | undefined;
    let grace: NodeJS.Timeout | undefined;
    const stop = (by: 'time' | 'rows' | 'bytes' | 'caller') => {
      if (stoppedBy !== null) return;
      stoppedBy = by;
      void terminate().catch(() => undefined);
      // What is on its way is of no use any more, and reading it would cost memory.
      if (by === 'rows' || by === 'bytes') stream.destroy();
      else grace = setTimeout(() => stream.destroy(), sqlLimits.endGraceMs);
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
      ...(job.mode === 'one' && { queryMode: 'extended' }),
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
      }[];
      const done = list.flatMap((result) => {
        if (result.fields.length === 0 && result.command !== 'SELECT') return [];
        const fields = result.fields.map(({ name, dataTypeID }) => ({ name, typeId: dataTypeID }));
        return [{ fields, rows: sets.get(result)?.rows ?? [] }];
      });
      finish({ status: 'done', sets: done, empty: list.every(({ command }) => command === null) });
    });
    client.query(query);
    if (job.signal?.aborted) onAbort();
  });
}

type Ending = { status: 'refused'; error: pg.DatabaseError } | { status: 'lost' };

/** 57P02 is what a backend says when another one crashed; 57P03 and a closed socket mean that the server is gone. */
function endingOf(error: Error): Ending {
  if (!(error instanceof pg.DatabaseError)) return { status: 'lost' };
  return error.code === '57P02' || error.code === '57P03' ? { status: 'lost' } : { status: 'refused', error };
}
