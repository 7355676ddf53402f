import { createHash } from 'node:crypto';
import { exerciseFault } from '#sandbox/faults';
import { seededRandom, type Random } from '#sandbox/random';
import { explainOutcome } from '../outcome.ts';
import { planNodes, readPlan } from '../plan.ts';
import type { QueryOutcome } from '../query.ts';
import { openArena, type Arena, type OpenArena } from './arena.ts';
import { limitMsOf, spend, type Bench, type Progress, type Who } from './bench.ts';
import { learnerFault, ServerLost } from './ends.ts';
import { faultAt } from './arena.ts';
import { runMigration, type Migration, type MigrationOptions } from './migration.ts';
import { planOf, type Plan } from './plan-check.ts';
import { assertRan, explainPrefix, ranOf, type Ran } from './ran.ts';
import { rowsOf, type Rows } from './rows.ts';
import { openWorld, recipeOf, sourceOf, type World, type WorldOptions } from './world.ts';

type Data = { data?: string };

export type SqlReach = {
  /** Runs the whole file in a fresh database. */
  run: (options?: WorldOptions) => Promise<Ran>;
  /** Runs the file as one query that may read and nothing else. */
  select: (options?: Data) => Promise<Rows>;
  /** How PostgreSQL runs that query. */
  plan: (options?: Data) => Promise<Plan>;
  /** A fresh database in which the file has not run, for sessions. */
  open: (options?: WorldOptions) => Promise<Arena>;
  /** Runs the file statement by statement, as a migration of a system that is in use. */
  migrate: (options?: WorldOptions & MigrationOptions) => Promise<Migration>;
};

export type SqlFixtures = { sql: SqlReach & { reference: SqlReach }; random: Random };

export type OpenFixtures = { fixtures: SqlFixtures; progress: Progress; close: () => Promise<void> };

/** Worlds that tests share, by what they were made of. The one used longest ago goes. */
export type Worlds = {
  of: (who: Who, options: WorldOptions) => Promise<World>;
  reset: () => Promise<void>;
  close: () => Promise<void>;
};

const worldsMax = 3;

export function openWorlds(bench: Bench): Worlds {
  const open = new Map<string, Promise<World>>();
  const drop = async (key: string) => {
    const world = open.get(key);
    open.delete(key);
    await world?.then(({ close }) => close()).catch(() => undefined);
  };
  // Names of roles belong to the whole server, so there can be one such database at a time.
  const max = bench.exercise.meta.roles === undefined ? worldsMax : 1;
  return {
    of: async (who, options) => {
      const key = `${who} ${keyOf(options)}`;
      const known = open.get(key);
      open.delete(key);
      if (known === undefined) for (const other of [...open.keys()].slice(0, open.size - max + 1)) await drop(other);
      const world = known ?? openWorld(bench, who, options);
      world.catch(() => undefined);
      open.set(key, world);
      return world;
    },
    reset: async () => {
      for (const world of open.values()) await world.then(({ reset }) => reset()).catch(() => undefined);
    },
    close: async () => {
      for (const key of [...open.keys()]) await drop(key);
    },
  };
}

const keyOf = ({ data = 'visible', prepare = '', times = 1 }: WorldOptions) => JSON.stringify([data, prepare, times]);

/** The argument of one test, and the record of what it does with it. */
export function openFixtures(
  bench: Bench,
  shared: Worlds,
  body: (fixtures: SqlFixtures) => unknown,
  seed = bench.seed,
): OpenFixtures {
  const progress: Progress = {
    ...{ did: [], data: new Set(), plan: undefined, usedMs: 0, answered: false, openCount: 0, drew: false },
  };
  const random = seededRandom(seed);
  const arenas: Promise<OpenArena>[] = [];
  const hasRoles = bench.exercise.meta.roles !== undefined;
  let isHeld = false;
  /** Where a database of this test holds the roles, another one would be waited for until the test ends. */
  const assertNotHeld = (): void => {
    if (isHeld) throw exerciseFault(heldFault);
  };
  const worlds: Worlds = {
    ...shared,
    of: async (who, options) => {
      assertNotHeld();
      return shared.of(who, options);
    },
  };
  const noteData = ({ data = 'visible', prepare, times = 1 }: WorldOptions) => {
    progress.data.add(data);
    progress.did.push(`-- your file${times > 1 ? `, ${times} times` : ''} on the data set "${data}"`);
    if (prepare !== undefined) progress.did.push(`-- after: ${prepare.trim().slice(0, 300)}`);
  };

  const run = async (options: WorldOptions = {}): Promise<Ran> => {
    noteData(options);
    const world = await worlds.of('learner', options);
    progress.usedMs += world.outcome.durationMs;
    bench.spentMs += world.outcome.durationMs;
    assertRan(bench, world);
    progress.answered = true;
    return ranOf({ bench, progress, world: async () => world }, world);
  };

  const ask = async (who: Who, options: Data, prefix: string): Promise<QueryOutcome> => {
    const source = sourceOf(bench, who);
    const job = {
      text: prefix + source.text,
      mode: 'one' as const,
      limitMs: limitMsOf(bench, who),
      signal: bench.signal,
    };
    const outcome = await bench.host.query(recipeOf(bench, options), job);
    if (outcome.status === 'lost') throw new ServerLost();
    if (who === 'learner') spend(bench, progress, outcome.durationMs);
    if (outcome.status !== 'done') {
      // PostgreSQL counted from before the words that we put in front.
      const fault = faultAt(outcome, source, -prefix.length, bench.testMs);
      throw who === 'reference' ? exerciseFault(`the reference: ${fault.message}`) : learnerFault(fault);
    }
    const fault = explainOutcome(outcome, source, bench.testMs);
    if (fault !== null) throw who === 'reference' ? exerciseFault(fault.message) : learnerFault(fault);
    if (who === 'learner') progress.answered = true;
    return outcome;
  };
  const select = async (who: Who, options: Data): Promise<Rows> => {
    const outcome = await ask(who, options, '');
    return rowsOf(outcome.status === 'done' ? outcome.results.at(-1) : undefined);
  };
  const plan = async (who: Who, options: Data): Promise<Plan> => {
    const outcome = await ask(who, options, explainPrefix);
    const found = outcome.status === 'done' ? readPlan(outcome.sets[0]?.rows[0]?.[0] ?? '') : null;
    if (found === null) throw exerciseFault('plan() is for a file that holds one query.');
    if (who === 'learner') progress.plan = found.root;
    return planOf(found.root, found.read, planNodes(found.root));
  };
  const open = async (who: Who, options: WorldOptions): Promise<OpenArena> => {
    assertNotHeld();
    isHeld = hasRoles;
    // Only one database may hold roles: that of an earlier look makes room.
    const room = hasRoles ? worlds.close() : Promise.resolve();
    const arena = room.then(() => openArena(bench, progress, who, options, sessionsIn(body)));
    // Noted before it is there: a test may end meanwhile.
    arenas.push(arena);
    return arena;
  };
  const reachOf = (who: Who): Omit<SqlReach, 'run'> => ({
    select: counted(progress, async (options: Data = {}) => {
      if (who === 'learner') noteData(options);
      if (who === 'learner') return select(who, options);
      return bench.cache.get(`${referenceKey(bench, options)} select`, () => select(who, options));
    }),
    plan: counted(progress, async (options: Data = {}) => {
      if (who === 'learner') noteData(options);
      return plan(who, options);
    }),
    open: counted(progress, async (options: WorldOptions = {}) => {
      progress.data.add(options.data ?? 'visible');
      return (await open(who, options)).arena;
    }),
    migrate: counted(progress, async (options: WorldOptions & MigrationOptions = {}) => {
      progress.data.add(options.data ?? 'visible');
      return runMigration(bench, progress, who, await open(who, options), options);
    }),
  });
  const reference: SqlReach = {
    run: counted(progress, async (options: WorldOptions = {}) => referenceRan(bench, progress, worlds, options)),
    ...reachOf('reference'),
  };
  return {
    fixtures: {
      sql: { run: counted(progress, run), ...reachOf('learner'), reference },
      get random() {
        progress.drew = true;
        return random;
      },
    },
    progress,
    close: async () => {
      const leave = (arena: Promise<OpenArena>) =>
        arena.then(
          ({ close }) => close(),
          () => undefined,
        );
      bench.leaving.push(...arenas.map(leave));
      await worlds.reset();
    },
  };
}

const heldFault =
  'with roles there is one database at a time, and that of sql.open or sql.migrate is held until its test ends. Put what needs another one into a test of its own.';

/** How many sessions a test names, at least one. No more than a hint: what is missing is opened when it is asked for. */
const sessionsIn = (body: (fixtures: SqlFixtures) => unknown): number =>
  Math.max(1, String(body).split('.session(').length - 1);

/** A call that its test does not await must not bring the whole process down when it fails, and is told to its author. */
function counted<Given extends unknown[], Result>(progress: Progress, work: (...given: Given) => Promise<Result>) {
  return (...given: Given): Promise<Result> => {
    progress.openCount += 1;
    const asked = work(...given).finally(() => (progress.openCount -= 1));
    asked.catch(() => undefined);
    return asked;
  };
}

function referenceKey(bench: Bench, options: WorldOptions): string {
  const { schema, data } = recipeOf(bench, options);
  const parts = [schema, data, bench.exercise.solution.sql ?? '', keyOf(options)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What the reference comes to is the same for every submission: its database is opened only when something is new. */
async function referenceRan(bench: Bench, progress: Progress, worlds: Worlds, options: WorldOptions): Promise<Ran> {
  const world = referenceKey(bench, options);
  const real = async (): Promise<Ran> => {
    const opened = await worlds.of('reference', options);
    return ranOf({ bench, progress, world: async () => opened }, opened);
  };
  const first = await bench.cache.get(`${world} run`, async () => {
    const { rows, columns, rowCount, statements, notices } = await real();
    return { rows, columns, rowCount, statements, notices };
  });
  let touched = false;
  /** A select may call a function that writes; a transaction that wrote has a number. */
  const hasNotWritten = async (): Promise<boolean> => {
    const ask = 'select pg_catalog.pg_current_xact_id_if_assigned() is null as unwritten';
    const { rows } = await (await real()).query(ask);
    touched = rows[0]?.unwritten !== true;
    return !touched;
  };
  const fresh = <Result>(work: (ran: Ran) => Promise<Result>) => {
    touched = true;
    return real().then(work);
  };
  return {
    ...first,
    query: async (text, values = []) => {
      if (touched) return fresh((ran) => ran.query(text, values));
      const key = JSON.stringify([world, text, values]);
      return bench.cache.get(key, async () => (await real()).query(text, values), hasNotWritten);
    },
    state: async (...tables) => {
      if (touched) return fresh((ran) => ran.state(...tables));
      return bench.cache.get(JSON.stringify([world, 'state', tables]), async () => (await real()).state(...tables));
    },
    accepts: (text, values) => fresh((ran) => ran.accepts(text, values)),
    refuses: (text, reason, values) => fresh((ran) => ran.refuses(text, reason, values)),
    plan: (text) => fresh((ran) => ran.plan(text)),
    as: (role, settings) => {
      const reach = async () => (await real()).as(role, settings);
      return {
        query: async (text, values) => (await reach()).query(text, values),
        accepts: async (text, values) => (await reach()).accepts(text, values),
        refuses: async (text, reason, values) => (await reach()).refuses(text, reason, values),
      };
    },
  };
}
