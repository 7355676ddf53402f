import { randomUUID } from 'node:crypto';
import { type Exercise, readDatabase } from '#content/exercise';
import type { GradingMode, LearnerFiles, RunOutcome, TestResult, Verdict } from '#lib/verdict';
import type { Runtime } from '#sandbox/runtime';
import type { SqlRuntimeOptions } from '#sandbox/sql/runtime';

export type GradeOptions = {
  mode: GradingMode;
  seed: number;
  onTest?: (result: TestResult) => void;
};

/** Schema and data of a database that has no name among the shared ones. */
export type Setup = { schema: string; data: string };

/** The sandbox inside this process, for scripts: the server goes through a socket instead. */
export type OpenSandbox = {
  grade: (exercise: Exercise, files: LearnerFiles, options: GradeOptions) => Promise<Verdict>;
  /** `database` is a shared database's name, or the SQL of one. */
  run: (language: 'typescript' | 'sql', source: string, database: string | Setup | null) => Promise<RunOutcome>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

/** Nothing in a check waits on a person, so this only ends what hangs through a fault of ours. */
const answerMsMax = 120_000;

/** Each runtime starts with the first job for it. `roots` are the folders in which shared databases are looked for. */
export function openSandbox(roots: string[]): OpenSandbox {
  const setups = new Map<string, Setup>();
  const databases = async (name: string) => {
    const setup = setups.get(name);
    if (!setup) return readDatabase(name, roots);
    return { schema: setup.schema, dataSets: [{ name: 'visible', sql: setup.data, hidden: false }] };
  };
  let javascript: Promise<Runtime> | undefined;
  let sql: Promise<Runtime> | undefined;
  const runtimeFor = (kind: 'code' | 'sql'): Promise<Runtime> =>
    kind === 'sql' ? (sql ??= startSql(databases)) : (javascript ??= startJavascript());

  return {
    async grade(exercise, files, { mode, seed, onTest }) {
      const runtime = await runtimeFor(exercise.meta.kind);
      const signal = AbortSignal.timeout(answerMsMax);
      const report = (_index: number, result: TestResult) => onTest?.(result);
      return runtime.grade({ exercise, files, mode, seed, onStarted: () => undefined, onTest: report, signal });
    },
    async run(language, source, database) {
      const runtime = await runtimeFor(language === 'sql' ? 'sql' : 'code');
      const signal = AbortSignal.timeout(answerMsMax);
      if (database === null || typeof database === 'string') {
        return runtime.run({ source, signal, ...(database === null ? {} : { database }) });
      }
      const name = randomUUID();
      setups.set(name, database);
      try {
        return await runtime.run({ source, database: name, signal });
      } finally {
        setups.delete(name);
      }
    },
    async [Symbol.asyncDispose]() {
      for (const started of [javascript, sql]) await (await started?.catch(() => undefined))?.dispose();
    },
  };
}

async function startJavascript(): Promise<Runtime> {
  const { createJavascriptRuntime } = await import('#sandbox/javascript/runtime');
  return booted(createJavascriptRuntime());
}

async function startSql(databases: SqlRuntimeOptions['databases']): Promise<Runtime> {
  const { createSqlRuntime } = await import('#sandbox/sql/runtime');
  return booted(createSqlRuntime({ databases }));
}

async function booted(runtime: Runtime): Promise<Runtime> {
  await runtime.boot();
  return runtime;
}
