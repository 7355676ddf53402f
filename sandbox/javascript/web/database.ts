import type { HostCalls } from './host-calls.ts';

export type Result = { rows: Record<string, unknown>[]; rowCount: number };
export type Queries = { query: (text: string, values?: unknown[]) => Promise<Result> };

/** The database of the exercise as `import { db } from 'underpin'` gives it. Every statement goes through the judge. */
export function createDatabase({ call }: HostCalls) {
  const send = (session: number, text: unknown, values: unknown): Promise<Result> => {
    if (typeof text !== 'string') throw new TypeError('db.query takes the statement as a text.');
    if (values !== undefined && !Array.isArray(values)) throw new TypeError('db.query takes its values as a list.');
    return call('query', { session, text, values: (values ?? []).map(parameterOf) }) as Promise<Result>;
  };
  return {
    query: async (text: string, values?: unknown[]): Promise<Result> => send(0, text, values),
    transaction: async <Value>(work: (tx: Queries) => Promise<Value>): Promise<Value> => {
      if (typeof work !== 'function') throw new TypeError('db.transaction takes a function of one argument, tx.');
      const session = (await call('begin', {})) as number;
      let isOver = false;
      const tx: Queries = {
        query: async (text, values) => {
          if (isOver) throw new Error('This transaction is over: await every tx.query inside the function.');
          return send(session, text, values);
        },
      };
      try {
        const value = await work(tx);
        isOver = true;
        await call('commit', { session });
        return value;
      } catch (error) {
        if (!isOver) {
          isOver = true;
          await call('rollback', { session });
        }
        throw error;
      }
    },
  };
}

/** What JSON has no word for becomes the text that PostgreSQL reads. */
function parameterOf(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(parameterOf);
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`A ${typeof value} is no value of a statement.`);
  }
  return value;
}
