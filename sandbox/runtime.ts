import type { Exercise } from '#content/exercise';
import type { GradingMode, LearnerFiles, RunOutcome, TestResult, Verdict } from '#lib/verdict';

export type GradeJob = {
  exercise: Exercise;
  files: LearnerFiles;
  mode: GradingMode;
  /** Seeds the random cases of this one submission, so that a failure can be shown again. */
  seed: number;
  /**
   * For proving an exercise: each test that passes and has drawn something is run again with each of these, in the same
   * submission. It is passed when it passes with all of them.
   */
  moreSeeds?: readonly number[];
  /** Called once, when it is known how many tests there are and the first is about to run. */
  onStarted: (testCount: number) => void;
  /** Called for each test as soon as it has ended, in order. */
  onTest: (index: number, result: TestResult) => void;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
};

export type RunJob = { source: string; database?: string; signal: AbortSignal };

/**
 * A way to execute learners' code. Runtimes are listed in a literal object in `runtimes.ts`; adding one is a folder, a
 * line there and a call of the contract suite.
 * Whatever the code does, `grade` and `run` resolve: an outcome is data. They reject only for faults of ours.
 */
export type Runtime = {
  name: 'javascript' | 'python' | 'sql' | 'answers';
  /** Starts what is slow to start. Resolves when the first job can be taken. */
  boot: () => Promise<void>;
  grade: (job: GradeJob) => Promise<Verdict>;
  run: (job: RunJob) => Promise<RunOutcome>;
  /** Layers and state for the log and the health endpoint. */
  status: () => Record<string, string | number | boolean>;
  dispose: () => Promise<void>;
};
