import { randomUUID } from 'node:crypto';
import { type Exercise, readDatabase } from '#content/exercise';
import type { GradingMode, Language, LearnerFiles, RunOutcome, TestResult, Verdict } from '#lib/verdict';
import { createRuntimes, runtimeOf, runtimeOfLanguage } from '#sandbox/runtimes';

export type GradeOptions = {
  mode: GradingMode;
  seed: number;
  /** Seeds with which each test that draws something is run again; see GradeJob. */
  moreSeeds?: readonly number[];
  onTest?: (result: TestResult) => void;
};

/** Schema and data of a database that has no name among the shared ones. */
export type Setup = { schema: string; data: string };

/** The sandbox inside this process, for scripts: the server goes through a socket instead. */
export type OpenSandbox = {
  grade: (exercise: Exercise, files: LearnerFiles, options: GradeOptions) => Promise<Verdict>;
  /** `database` is a shared database's name, or the SQL of one. */
  run: (language: Language, source: string, database: string | Setup | null) => Promise<RunOutcome>;
  [Symbol.asyncDispose]: () => Promise<void>;
};

/** Nothing in a check waits on a person, so this only ends what hangs through a fault of ours. */
const answerMsMax = 120_000;

/**
 * Each runtime starts with the first job for it. `roots` are the folders in which shared databases are looked for. Who
 * grades several at a time keeps as many interpreters of Python's; with one, each would wait while it starts anew.
 */
export function openSandbox(roots: string[], { atATime = 1 } = {}): OpenSandbox {
  const setups = new Map<string, Setup>();
  const databases = async (name: string) => {
    const setup = setups.get(name);
    if (!setup) return readDatabase(name, roots);
    return { schema: setup.schema, dataSets: [{ name: 'visible', sql: setup.data, hidden: false }] };
  };
  const runtimes = createRuntimes(databases, { kept: atATime });

  return {
    async grade(exercise, files, { mode, seed, moreSeeds = [], onTest }) {
      const runtime = runtimeOf(runtimes, exercise, files);
      const signal = AbortSignal.timeout(answerMsMax);
      const report = (_index: number, result: TestResult) => onTest?.(result);
      return runtime.grade({
        exercise,
        files,
        mode,
        seed,
        moreSeeds,
        onStarted: () => undefined,
        onTest: report,
        signal,
      });
    },
    async run(language, source, database) {
      const runtime = runtimeOfLanguage(runtimes, language);
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
      await Promise.all(Object.values(runtimes).map((runtime) => runtime.dispose()));
    },
  };
}
