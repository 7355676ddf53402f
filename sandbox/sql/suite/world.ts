import { exerciseFault } from '#sandbox/faults';
import { recipeHash, type Recipe } from '../databases.ts';
import { sqlLimits } from '../limits.ts';
import type { RawDatabase } from '../open-database.ts';
import { explainEnd } from '../outcome.ts';
import type { QueryOutcome, Session } from '../query.ts';
import { limitMsOf, type Bench, type Who } from './bench.ts';
import { ServerLost } from './ends.ts';
import { openEyes, type Eyes } from './eyes.ts';

/** `data` is a data set's name; `prepare` is SQL of the author's that runs before the file. */
export type WorldOptions = { data?: string | undefined; prepare?: string | undefined; times?: number | undefined };

/** A database in which a file has run: the learner's, or the reference. Tests share it; what they do in it is undone. */
export type World = {
  who: Who;
  outcome: QueryOutcome;
  /** The file left a transaction open, so that nothing of it was kept. */
  leftOpen: boolean;
  database: RawDatabase;
  /** Tables as the recipe made them, for telling those that were replaced. */
  tables: string[];
  eyes: () => Promise<Eyes>;
  /** Undoes what a test did. */
  reset: () => Promise<void>;
  /** Gives the database up; a look into it afterwards is a fault of the exercise's. */
  close: () => Promise<void>;
};

export function recipeOf({ exercise }: Bench, { data = 'visible' }: WorldOptions): Recipe {
  const { schema = '', dataSets = [] } = exercise.database ?? {};
  const found = dataSets.find(({ name }) => name === data);
  if (found === undefined) {
    throw exerciseFault(`there is no data set "${data}"; there are ${dataSets.map(({ name }) => name).join(', ')}.`);
  }
  return { schema, data: found.sql };
}

const openFresh = (bench: Bench, options: WorldOptions): Promise<RawDatabase> =>
  bench.host.open(recipeOf(bench, options), bench.signal, bench.exercise.meta.roles);

/** A fresh database of the recipe, with the author's SQL run in it. */
export async function openPrepared(bench: Bench, options: WorldOptions): Promise<RawDatabase> {
  const database = await openFresh(bench, options);
  if (options.prepare === undefined) return database;
  try {
    const session = await database.connect('owner');
    await prepare(session, options.prepare);
    await session.close();
    return database;
  } catch (error) {
    await database.release();
    throw error;
  }
}

async function prepare(session: Session, text: string): Promise<void> {
  const outcome = await session.query({ text, mode: 'script', limitMs: sqlLimits.referenceMs });
  if (outcome.status === 'done') return;
  if (outcome.status === 'lost') throw new ServerLost();
  const reason = outcome.status === 'refused' ? outcome.error.message : `it was stopped by ${outcome.by}`;
  throw exerciseFault(`prepare does not run: ${reason}.`);
}

const closedFault =
  'a run is asked after its database made room for another one: with roles there is one database at a time, otherwise three. Ask each run all that you want to know before you open the next.';

export async function openWorld(bench: Bench, who: Who, options: WorldOptions): Promise<World> {
  const source = sourceOf(bench, who);
  const database = await openFresh(bench, options);
  try {
    // One session for all of it: a connection costs more than these queries. The judge's opens beside it, since a test
    // that looks at nothing is rare.
    const looking = openEyes(bench, who, database);
    looking.catch(() => undefined);
    const session = await database.connect('owner');
    if (options.prepare !== undefined) await prepare(session, options.prepare);
    const tables = await recipeTables(bench, options, session);
    let outcome: QueryOutcome = {
      status: 'done',
      results: [],
      sets: [],
      empty: true,
      console: '',
      notices: [],
      durationMs: 0,
    };
    let durationMs = 0;
    for (let time = 0; time < (options.times ?? 1) && outcome.status === 'done'; time++) {
      outcome = await session.query({
        text: source.text,
        mode: 'script',
        limitMs: limitMsOf(bench, who),
        signal: bench.signal,
      });
      durationMs += outcome.durationMs;
    }
    if (outcome.status === 'lost') throw new ServerLost();
    const leftOpen = session.transaction() !== 'none';
    await session.close();
    if (who === 'reference') assertReference(outcome, source.text, leftOpen);
    let eyes: Promise<Eyes> | null = looking;
    let isClosed = false;
    return {
      who,
      database,
      tables,
      leftOpen,
      outcome: { ...outcome, durationMs },
      eyes: async () => {
        if (isClosed) throw exerciseFault(closedFault);
        return (eyes ??= openEyes(bench, who, database));
      },
      reset: async () => {
        const open = await eyes?.catch(() => null);
        if (open != null && !(await open.reset())) eyes = null;
      },
      close: () => {
        isClosed = true;
        return database.release();
      },
    };
  } catch (error) {
    await database.release();
    throw error;
  }
}

export function sourceOf(bench: Bench, who: Who): { file: string; text: string } {
  if (who === 'learner') return bench.source;
  const text = bench.exercise.solution.sql;
  if (text === undefined) throw exerciseFault('there is no solution.sql for reference to run.');
  return { file: 'solution.sql', text };
}

function assertReference(outcome: QueryOutcome, text: string, leftOpen: boolean): void {
  const fault = explainEnd(outcome, { text, file: 'solution.sql' }, sqlLimits.referenceMs);
  if (fault !== null) throw exerciseFault(`the reference does not run: ${fault.message}`);
  if (leftOpen) throw exerciseFault('the reference leaves a transaction open.');
}

/** Catalogues tell the truth, whatever a learner named their own things. Rules make a table read as something else. */
export const ordinaryTablesQuery = `
  select c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relhasrules order by c.relname`;

/** Asked once for each recipe: every copy has the same ones. */
export async function recipeTables(
  bench: Bench,
  options: WorldOptions,
  session: Pick<Session, 'query'>,
): Promise<string[]> {
  const { schema, data } = recipeOf(bench, options);
  const key = JSON.stringify(['tables', recipeHash({ schema, data }), options.prepare ?? '']);
  return bench.cache.get(key, async () => {
    const outcome = await session.query({ text: ordinaryTablesQuery, mode: 'script', limitMs: sqlLimits.referenceMs });
    if (outcome.status !== 'done') throw new ServerLost();
    return outcome.sets[0]?.rows.map(([name]) => name ?? '') ?? [];
  });
}
