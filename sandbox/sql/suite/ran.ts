import { exerciseFault } from '#sandbox/faults';
import { literalLine, shorten } from '#sandbox/literal';
import { sqlMessages } from '../messages.ts';
import { explainEnd } from '../outcome.ts';
import { planNodes, readPlan } from '../plan.ts';
import type { QueryOutcome, ResultSet, StatementResult } from '../query.ts';
import { isViolation, violationOf, violationWords } from '../violations.ts';
import { spend, type Bench, type Progress } from './bench.ts';
import { difference, learnerFault, ServerLost } from './ends.ts';
import type { Eyes } from './eyes.ts';
import { planOf, type Plan } from './plan-check.ts';
import { rowsOf, type Rows } from './rows.ts';
import { suiteMessages } from './messages.ts';
import { ordinaryTablesQuery, type World } from './world.ts';

/** The contents of tables, for comparing. */
export type State = { tables: { name: string; set: ResultSet }[] };

export type Reach = {
  /** The judge's own look: rows of a query, or what a statement did, kept until the test ends. */
  query: (text: string, values?: unknown[]) => Promise<Rows>;
  /** The statement must succeed and touch a row. What it did is undone. */
  accepts: (text: string, values?: unknown[]) => Promise<void>;
  /** The statement must be refused, for this reason: `check`, `unique`, … or a SQLSTATE. */
  refuses: (text: string, reason: string | string[], values?: unknown[]) => Promise<void>;
};

export type Ran = Rows &
  Reach & {
    statements: { command: string; rowCount: number | null }[];
    notices: string[];
    state: (...tables: string[]) => Promise<State>;
    /** The same looks with the rights of a role. */
    as: (role: string, settings?: Record<string, string>) => Reach;
    /** How PostgreSQL runs a query of the author's in this database. */
    plan: (text: string) => Promise<Plan>;
  };

export type Context = { bench: Bench; progress: Progress; world: () => Promise<World> };

/** Throws the learner's fault where the file did not run to its end. */
export function assertRan(bench: Bench, { outcome, leftOpen }: World): void {
  const { text, file } = bench.source;
  const fault = explainEnd(outcome, { text, file }, bench.testMs);
  if (fault !== null) throw learnerFault(fault);
  if (outcome.status === 'done' && outcome.empty) {
    throw learnerFault({ reason: 'syntax', message: sqlMessages.empty, everywhere: true });
  }
  if (leftOpen) throw difference({ message: suiteMessages.leftOpen });
}

/** What a test can do with a database in which the learner's file has run. */
export function ranOf(context: Context, world: World): Ran {
  const results = world.outcome.status === 'done' ? world.outcome.results : [];
  const withRows = results.findLast(({ fields, command }) => fields.length > 0 || command === 'SELECT');
  const reach = reachOf(context, world, (eyes, text, values) => eyes.query(text, values));
  return {
    ...lastOf(results, withRows),
    ...reach,
    statements: results.map(({ command, rowCount }) => ({ command, rowCount })),
    notices: world.outcome.notices,
    state: (...tables) => stateOf(context, world, tables),
    as: (role, settings = {}) => reachOf(context, world, asRole(world, role, settings)),
    plan: (text) => explain(context, world, text),
  };
}

function lastOf(results: StatementResult[], withRows: StatementResult | undefined): Rows {
  const rows = rowsOf(withRows);
  rows.rowCount = results.at(-1)?.rowCount ?? null;
  return rows;
}

type Ask = (eyes: Eyes, text: string, values?: unknown[]) => Promise<QueryOutcome>;

function asRole(world: World, role: string, settings: Record<string, string>): Ask {
  const quoted = `"${role.replaceAll('"', '""')}"`;
  return async (eyes, text, values) => {
    if (!(await world.database.letJudgeBe(role))) throw difference({ message: suiteMessages.noRole(role) });
    for (const [name, value] of Object.entries(settings)) {
      await eyes.query('select pg_catalog.set_config($1, $2, true)', [name, value]);
    }
    const became = await eyes.query(`set local role ${quoted}`);
    if (became.status !== 'done') throw difference({ message: suiteMessages.noRole(role) });
    const outcome = await eyes.query(text, values);
    if (outcome.status === 'done' || outcome.status === 'refused') await eyes.query('set local role none');
    return outcome;
  };
}

function reachOf({ bench, progress }: Context, world: World, ask: Ask): Reach {
  /** What the judge's statement came to, with a session that is over told apart. */
  const look = async (text: string, values?: unknown[]) => {
    const eyes = await world.eyes();
    const outcome = await ask(eyes, text, values);
    if (world.who === 'learner') spend(bench, progress, outcome.durationMs);
    if (outcome.status === 'lost') throw new ServerLost();
    if (outcome.status === 'stopped') {
      const fault = explainEnd(outcome, bench.source, bench.testMs);
      throw world.who === 'reference' || fault === null
        ? exerciseFault(`${shorten(text, 80)} was stopped: ${outcome.by}.`)
        : learnerFault({ ...fault, message: suiteMessages.stopped(text, fault.message) });
    }
    return outcome;
  };
  const note = (text: string, values: unknown[] = []) => {
    if (world.who === 'reference') return;
    const given = values.length === 0 ? '' : ` -- ${values.map((value) => literalLine(value, 60)).join(', ')}`;
    progress.did.push(`${shorten(text.trim(), 300)}${given}`);
  };
  /** Deferred constraints speak at the end of a transaction, which never comes here. */
  const settle = async () => (await world.eyes()).query('set constraints all immediate');

  const failed = (message: string) =>
    world.who === 'reference' ? exerciseFault(`the reference does otherwise: ${message}`) : difference({ message });

  return {
    query: async (text, values) => {
      note(text, values);
      const outcome = await look(text, values);
      if (outcome.status === 'refused')
        throw failed(suiteMessages.notUnderstood(text, outcome.error.message, outcome.error.code));
      progress.answered = true;
      return rowsOf(outcome.results.at(-1));
    },
    accepts: async (text, values) => {
      note(text, values);
      await (
        await world.eyes()
      ).undone(async () => {
        const ended = await look(text, values);
        const outcome = ended.status === 'done' ? await settled(ended, settle) : ended;
        if (outcome.status === 'refused') throw failed(suiteMessages.mustAccept(text, outcome.error));
        const last = ended.status === 'done' ? ended.results.at(-1) : undefined;
        const writes = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(last?.command ?? '');
        if (writes && last?.rowCount === 0) throw failed(suiteMessages.didNothing(text));
      });
    },
    refuses: async (text, reason, values) => {
      const wanted = Array.isArray(reason) ? reason : [reason];
      const unknown = wanted.find((word) => !isViolation(word) && !/^[0-9A-Z]{5}$/.test(word));
      if (unknown !== undefined) {
        throw exerciseFault(`refuses() knows no "${unknown}": ${violationWords.join(', ')}, or a SQLSTATE.`);
      }
      note(text, values);
      await (
        await world.eyes()
      ).undone(async () => {
        const ended = await look(text, values);
        const outcome = ended.status === 'done' ? await settled(ended, settle) : ended;
        if (outcome.status !== 'refused') throw failed(suiteMessages.mustRefuse(text, wanted));
        const code = outcome.error.code ?? '';
        if (!wanted.includes(code) && !wanted.includes(violationOf(code))) {
          throw failed(suiteMessages.otherReason(text, wanted, outcome.error));
        }
      });
    },
  };
}

/** The outcome, or that of the deferred constraints where one of them refuses. */
async function settled(outcome: QueryOutcome, settle: () => Promise<QueryOutcome>): Promise<QueryOutcome> {
  const late = await settle();
  return late.status === 'refused' ? late : outcome;
}

async function stateOf({ progress }: Context, world: World, tables: string[]): Promise<State> {
  const eyes = await world.eyes();
  const names = tables.length > 0 ? tables : world.tables;
  if (names.length === 0) throw exerciseFault('state() has no table to look at: the schema makes none.');
  const there = await ordinaryNow(eyes);
  const found: State['tables'] = [];
  for (const name of names) {
    if (!there.includes(name)) {
      const message = suiteMessages.noTable(name);
      throw world.who === 'reference' ? exerciseFault(`the reference: ${message}`) : difference({ message });
    }
    const outcome = await eyes.query(`select * from public."${name.replaceAll('"', '""')}"`);
    const set = outcome.status === 'done' ? outcome.sets[0] : undefined;
    if (set === undefined) {
      if (outcome.status === 'lost') throw new ServerLost();
      const why = outcome.status === 'refused' ? outcome.error.message : suiteMessages.tooLarge;
      const message = suiteMessages.unreadable(name, why);
      throw world.who === 'reference' ? exerciseFault(message) : difference({ message });
    }
    found.push({ name, set });
  }
  progress.answered = true;
  return { tables: found };
}

async function ordinaryNow(eyes: Eyes): Promise<string[]> {
  const outcome = await eyes.query(ordinaryTablesQuery);
  if (outcome.status !== 'done') throw new ServerLost();
  return outcome.sets[0]?.rows.map(([name]) => name ?? '') ?? [];
}

export const explainPrefix = 'explain (analyze, buffers, timing off, summary off, format json) ';

async function explain({ bench, progress }: Context, world: World, text: string): Promise<Plan> {
  const eyes = await world.eyes();
  const there = await ordinaryNow(eyes);
  const replaced = world.tables.find((name) => !there.includes(name));
  if (replaced !== undefined && world.who === 'learner') {
    throw difference({ message: suiteMessages.noTable(replaced) });
  }
  if (world.who === 'learner') progress.did.push(shorten(text.trim(), 300));
  return eyes.undone(async () => {
    // As autovacuum would have done by now.
    const names = there.map((name) => `public."${name.replaceAll('"', '""')}"`).join(', ');
    if (names !== '') await eyes.query(`analyze ${names}`);
    const outcome = await eyes.query(explainPrefix + text);
    spend(bench, progress, world.who === 'learner' ? outcome.durationMs : 0);
    if (outcome.status === 'lost') throw new ServerLost();
    if (outcome.status === 'refused') {
      const message = suiteMessages.notUnderstood(text, outcome.error.message, outcome.error.code);
      throw world.who === 'reference' ? exerciseFault(message) : difference({ message });
    }
    if (outcome.status === 'stopped') {
      const fault = explainEnd(outcome, bench.source, bench.testMs);
      throw fault === null ? new ServerLost() : learnerFault(fault);
    }
    const plan = readPlan(outcome.sets[0]?.rows[0]?.[0] ?? '');
    if (plan === null) throw exerciseFault(`there is no plan of ${shorten(text, 80)}.`);
    if (world.who === 'learner') progress.plan = plan.root;
    progress.answered = true;
    return planOf(plan.root, plan.read, planNodes(plan.root));
  });
}
