import type Database from 'better-sqlite3';

/** What one SQL text has cost: preparing it and fetching its rows, as often as it ran. */
export type Statement = { text: string; runs: number; ms: number };

export type Watch = {
  /** What ran since the last call, in the order in which it first ran. */
  take: () => Statement[];
  /** Explains a statement without being watched. Its parameters do not matter: nothing has counted the rows. */
  planOf: (text: string) => string[];
  stop: () => void;
};

const fetching = ['all', 'get', 'run'] as const;

/** Times every statement that goes through this connection, so that a request's database time is told from the rest. */
export function watchStatements(client: Database.Database): Watch {
  const original = client.prepare;
  const prepare = original.bind(client) as (text: string) => Database.Statement<unknown[]>;
  const seen = new Map<string, Statement>();

  function timed<Result>(text: string, work: () => Result): Result {
    const startedAt = performance.now();
    try {
      return work();
    } finally {
      const known = seen.get(text) ?? { text, runs: 0, ms: 0 };
      seen.set(text, known);
      known.ms += performance.now() - startedAt;
    }
  }

  client.prepare = ((text: string) => {
    const statement = timed(text, () => prepare(text));
    for (const name of fetching) {
      const fetch = statement[name].bind(statement) as (...parameters: unknown[]) => unknown;
      const watched = (...parameters: unknown[]) => {
        const result = timed(text, () => fetch(...parameters));
        seen.get(text)!.runs += 1;
        return result;
      };
      Object.assign(statement, { [name]: watched });
    }
    return statement;
  }) as typeof client.prepare;

  return {
    take: () => {
      const taken = [...seen.values()];
      seen.clear();
      return taken;
    },
    planOf: (text) => {
      const steps = prepare(`explain query plan ${text}`).all(parametersOf(text)) as { detail: string }[];
      return steps.map(({ detail }) => detail);
    },
    stop: () => {
      client.prepare = original;
    },
  };
}

function parametersOf(text: string): number[] {
  return Array.from({ length: (text.match(/\?/g) ?? []).length }, () => 0);
}
