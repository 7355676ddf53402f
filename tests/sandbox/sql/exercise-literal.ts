import type { DataSet, Exercise } from '#content/exercise';
import type { GradingMode, TestResult, Verdict } from '#lib/verdict';
import type { Runtime } from '#sandbox/runtime';
import { createSqlRuntime, type SqlRuntime, type SqlRuntimeOptions } from '#sandbox/sql/runtime';

export const customers = 'create table customers (id int primary key, name text, city text, balance numeric(10, 2));';

const visible: DataSet = {
  name: 'visible',
  hidden: false,
  sql: `insert into customers values (1, 'Ada', 'Oslo', 10.50), (2, 'Bo', 'Bergen', 20), (3, 'Cy', 'Oslo', 10.50);`,
};

export const emptyDataSet: DataSet = { name: 'empty', hidden: true, sql: '' };

type Literal = {
  solution: string;
  dataSets?: DataSet[];
  schema?: string;
  order?: string[];
  roles?: string[];
  limits?: Exercise['meta']['limits'];
  tests?: string;
  hiddenTests?: string;
};

/** An exercise of kind sql without any file. */
export function sqlExercise(literal: Literal): Exercise {
  const {
    solution,
    dataSets = [visible],
    schema = customers,
    order,
    roles,
    limits,
    tests = '',
    hiddenTests = '',
  } = literal;
  return {
    meta: {
      id: 'a-query',
      title: 'A query',
      summary: 'An exercise that lives in a test alone.',
      kind: 'sql',
      languages: ['sql'],
      level: 'junior',
      minutes: 5,
      skills: ['databases'],
      ...(order && { order }),
      ...(limits && { limits }),
      ...(roles && { roles }),
    },
    folder: '',
    contentHash: '',
    task: '',
    hints: [],
    after: '',
    starter: {},
    solution: { sql: solution },
    alternatives: [],
    wrong: [],
    tests,
    hidden: hiddenTests,
    database: { schema, dataSets },
  };
}

export type Workshop = AsyncDisposable & {
  runtime: SqlRuntime;
  grade: (exercise: Exercise, source: string, mode?: GradingMode, moreSeeds?: number[]) => Promise<Verdict>;
  run: (source: string, database?: string) => ReturnType<Runtime['run']>;
};

/** A runtime of the test's own, with one sample database called `shop`, gone at the end of the block. */
export async function openWorkshop(options: Partial<SqlRuntimeOptions> = {}): Promise<Workshop> {
  const shop = { schema: customers, dataSets: [visible] };
  const databases = async (name: string) => (name === 'shop' ? shop : null);
  const runtime = createSqlRuntime({ databases, runningMax: 6, ...options });
  await runtime.boot();
  const { signal } = new AbortController();
  return {
    runtime,
    grade: (exercise, source, mode = 'submit', moreSeeds = []) =>
      runtime.grade({
        exercise,
        files: { 'solution.sql': source },
        mode,
        seed: 1,
        moreSeeds,
        onStarted: () => undefined,
        onTest: () => undefined,
        signal,
      }),
    run: (source, database) => runtime.run({ source, signal, ...(database && { database }) }),
    [Symbol.asyncDispose]: () => runtime.dispose(),
  };
}

/** The tests of a verdict that has some. */
export function testsOf(verdict: Verdict): TestResult[] {
  if (verdict.status === 'unavailable') throw new Error(`unavailable: ${verdict.message}`);
  return verdict.tests;
}
