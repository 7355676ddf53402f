import { setTimeout as sleep } from 'node:timers/promises';
import { shorten } from '#sandbox/literal';
import { explainEnd } from '../outcome.ts';
import type { QueryOutcome, Session } from '../query.ts';
import type { SqlFault } from '../server-error.ts';
import { charactersBefore, splitParts, splitStatements, type Piece } from '../split-sql.ts';
import { violationOf } from '../violations.ts';
import { limitMsOf, spend, type Bench, type Progress, type Source, type Who } from './bench.ts';
import { difference, learnerFault, ServerLost } from './ends.ts';
import { openEyes } from './eyes.ts';
import { suiteMessages } from './messages.ts';
import { ranOf, type Reach, type State } from './ran.ts';
import { rowsOf, type Rows } from './rows.ts';
import { openPrepared, recipeTables, sourceOf, type World, type WorldOptions } from './world.ts';

/** How a step came out; `error` is what PostgreSQL refused it with. */
export type Ended = Rows & { error: { reason: string; sqlState: string; message: string } | null };

export type Step = {
  /** It could not go on at once: others hold what it wants. */
  waiting: boolean;
  /** Names of the sessions that it waits for. */
  waitsFor: string[];
  /** Waits for its end, which somebody has to make possible. */
  end: () => Promise<Ended>;
};

/** One connection of the learner's role, as an application would have. */
export type NamedSession = {
  /** Runs a part of the learner's file to its end; an error ends the test as errored. */
  part: (name: string) => Promise<Rows>;
  /** The same, with the error in the answer. */
  attempt: (name: string) => Promise<Ended>;
  /** Sends a part and comes back when it has ended or waits for somebody's lock. */
  start: (name: string) => Promise<Step>;
  /** The same three for a text of the author's. */
  query: (text: string, values?: unknown[]) => Promise<Rows>;
  attemptQuery: (text: string, values?: unknown[]) => Promise<Ended>;
  startQuery: (text: string, values?: unknown[]) => Promise<Step>;
};

/** A database of one test alone, for sessions that work in it side by side. The file has not run in it. */
export type Arena = Pick<Reach, 'query' | 'accepts' | 'refuses'> & {
  session: (name: string) => Promise<NamedSession>;
  state: (...tables: string[]) => Promise<State>;
};

export type OpenArena = {
  arena: Arena;
  connect: (name: string) => Promise<Session>;
  startIn: StartIn;
  close: () => Promise<void>;
};

/** `origin` is the learner's text that an error is placed in; null for the author's. */
type StartIn = (
  name: string,
  session: Session,
  piece: Piece,
  origin: Source | null,
  values?: unknown[],
) => Promise<RawStep>;
export type RawStep = { waitsFor: string[]; outcome: Promise<QueryOutcome>; blockedBy: () => string[] };

/** The first look comes soon, because most statements either end at once or wait for somebody. */
const firstLookMs = 2;
const pollMs = 4;
const sessionsAheadMax = 3;

/** `sessionsAhead`: so many connections are opened at once, before the test asks for them by name. */
export async function openArena(
  bench: Bench,
  progress: Progress,
  who: Who,
  options: WorldOptions,
  sessionsAhead: number,
): Promise<OpenArena> {
  const source = sourceOf(bench, who);
  const database = await openPrepared(bench, options);
  const names = new Map<number, string>();
  const sessions = new Map<string, Promise<Session>>();

  // Beside each other and beside the judge's: a connection costs more than most statements.
  const ahead = Array.from({ length: Math.min(sessionsAhead, sessionsAheadMax) }, () => database.connect('owner'));
  for (const one of ahead) one.catch(() => undefined);
  const connect = (name: string): Promise<Session> => {
    const known = sessions.get(name);
    if (known !== undefined) return known;
    const connecting = (ahead.shift() ?? database.connect('owner')).then((session) => {
      names.set(session.pid, name);
      return session;
    });
    sessions.set(name, connecting);
    return connecting;
  };

  /** Which session a step waits for decides how it is called, never how long it took. */
  const startIn: StartIn = async (name, session, { text }, origin, values) => {
    if (who === 'learner') progress.did.push(`${name}: ${shorten(text.trim(), 300)}`);
    const limitMs = limitMsOf(bench, who);
    const job = { text, mode: 'script' as const, limitMs, signal: bench.signal, ...(values && { values }) };
    let over = false;
    let blockedBy: string[] = [];
    let lookMs = firstLookMs;
    const outcome = session.query(job).then((ended) => {
      over = true;
      if (who === 'learner') spend(bench, progress, Math.min(ended.durationMs, limitMs));
      progress.answered ||= origin !== null;
      return ended;
    });
    while (!over) {
      await Promise.race([outcome, sleep(lookMs)]);
      lookMs = pollMs;
      if (over) break;
      const blockers = await bench.host.blockers(session.pid);
      if (blockers.length === 0) continue;
      blockedBy = blockers.map(({ pid }) => names.get(pid) ?? 'another session');
      // One that works may be done in a moment; one that sits in its transaction, or waits itself, holds on.
      if (blockers.every(({ working }) => !working))
        return { waitsFor: blockedBy, outcome, blockedBy: () => blockedBy };
    }
    return { waitsFor: [], outcome, blockedBy: () => blockedBy };
  };

  const endOf = async (name: string, step: RawStep, text: string, offset: number, origin: Source | null) => {
    const outcome = await step.outcome;
    if (outcome.status === 'lost') throw new ServerLost();
    if (outcome.status === 'stopped' && outcome.by === 'time' && step.blockedBy().length > 0) {
      throw difference({ message: suiteMessages.mustNotWait(name, shorten(text.trim(), 120), step.blockedBy()) });
    }
    if (outcome.status === 'done') return { outcome, fault: null };
    const fault = faultAt(outcome, origin ?? { file: source.file, text }, offset, bench.testMs);
    if (outcome.status === 'stopped') throw learnerFault(fault);
    return { outcome, fault };
  };

  const pieceOf = (name: string): Piece => {
    const parts = splitParts(source.text);
    const part = parts.find((one) => one.name === name);
    if (part === undefined) {
      throw difference({
        message: suiteMessages.noPart(
          name,
          parts.flatMap((one) => one.name || []),
        ),
      });
    }
    if (splitStatements(part.text).length === 0) throw difference({ message: suiteMessages.emptyPart(name) });
    return part;
  };

  const sessionOf = async (name: string): Promise<NamedSession> => {
    const session = await connect(name);
    const start = async (piece: Piece, origin: Source | null, values?: unknown[]) => {
      const step = await startIn(name, session, piece, origin, values);
      const offset = origin === null ? 0 : charactersBefore(origin.text, piece.start);
      const end = () => endOf(name, step, piece.text, offset, origin);
      return { step, end };
    };
    const toStep = ({ step, end }: Awaited<ReturnType<typeof start>>): Step => ({
      waiting: step.waitsFor.length > 0,
      waitsFor: step.waitsFor,
      end: async () => endedOf((await end()).outcome),
    });
    const toRows = async ({ end }: Awaited<ReturnType<typeof start>>, own: boolean, text: string): Promise<Rows> => {
      const { outcome, fault } = await end();
      if (fault === null) return endedOf(outcome);
      if (own) throw learnerFault({ ...fault, message: suiteMessages.inSession(name, fault.message) });
      const error = outcome.status === 'refused' ? outcome.error : undefined;
      throw difference({
        message: suiteMessages.inSession(name, suiteMessages.notUnderstood(text, error?.message ?? '', error?.code)),
      });
    };
    const author = (text: string): Piece => ({ text, start: 0 });
    return {
      part: async (part) => toRows(await start(pieceOf(part), source), true, part),
      attempt: async (part) => toStep(await start(pieceOf(part), source)).end(),
      start: async (part) => toStep(await start(pieceOf(part), source)),
      query: async (text, values) => toRows(await start(author(text), null, values), false, text),
      attemptQuery: async (text, values) => toStep(await start(author(text), null, values)).end(),
      startQuery: async (text, values) => toStep(await start(author(text), null, values)),
    };
  };

  const world = await openLookAt(bench, who, database, options).catch(async (error: unknown) => {
    await database.release();
    throw error;
  });
  const context = { bench, progress, world: async () => world };
  const ran = ranOf(context, world);
  /** Each look sees what is committed by then, and leaves nothing behind. */
  const looking =
    <Given extends unknown[], Result>(look: (...given: Given) => Promise<Result>) =>
    async (...given: Given) => {
      try {
        return await look(...given);
      } finally {
        await world.reset();
      }
    };
  return {
    connect,
    startIn,
    close: () => database.release(),
    arena: {
      session: sessionOf,
      query: looking(ran.query),
      accepts: looking(ran.accepts),
      refuses: looking(ran.refuses),
      state: looking(ran.state),
    },
  };
}

/** A world in which no file has run. */
async function openLookAt(bench: Bench, who: Who, database: World['database'], options: WorldOptions): Promise<World> {
  let eyes: ReturnType<typeof openEyes> | null = openEyes(bench, who, database);
  eyes.catch(() => undefined);
  const open = () => (eyes ??= openEyes(bench, who, database));
  const tables = await recipeTables(bench, options, {
    query: async ({ text }) => {
      const outcome = await (await open()).query(text);
      await (await open()).reset();
      return outcome;
    },
  });
  return {
    who,
    database,
    tables,
    leftOpen: false,
    outcome: { status: 'done', results: [], sets: [], empty: true, console: '', notices: [], durationMs: 0 },
    eyes: open,
    reset: async () => {
      if (eyes !== null && !(await (await eyes).reset())) eyes = null;
    },
    close: () => database.release(),
  };
}

function endedOf(outcome: QueryOutcome): Ended {
  if (outcome.status === 'done') return { ...rowsOfLast(outcome), error: null };
  const error = outcome.status === 'refused' ? outcome.error : undefined;
  const sqlState = error?.code ?? '';
  return { ...rowsOf(undefined), error: { reason: violationOf(sqlState), sqlState, message: error?.message ?? '' } };
}

function rowsOfLast({ results }: Extract<QueryOutcome, { status: 'done' }>): Rows {
  const withRows = results.findLast(({ fields }) => fields.length > 0);
  return { ...rowsOf(withRows), rowCount: results.at(-1)?.rowCount ?? null };
}

/** The fault with its place in the whole file: PostgreSQL saw a piece of it. */
export function faultAt(outcome: QueryOutcome, source: Source, offset: number, limitMs: number): SqlFault {
  if (outcome.status === 'refused' && outcome.error.position !== undefined && offset !== 0) {
    outcome.error.position = String(Number(outcome.error.position) + offset);
  }
  const fault = explainEnd(outcome, source, limitMs);
  if (fault === null) throw new ServerLost();
  return fault;
}
