import type { AnswersSource } from './read-answers.ts';
import type { Implementation } from './implementations.ts';
import type { Lab } from './lab.ts';
import type { ExerciseMeta } from './schema.ts';
import type { Language } from '#lib/verdict';

export type { ExerciseLimits, ExerciseMeta } from './schema.ts';
export { ContentError } from './content-error.ts';
export { readDatabase } from './database.ts';
export { findExercise } from './find-exercise.ts';
export { drawQuestions, type Drawn } from './quiz-draw.ts';
export { rightNeeded, type Question } from './quiz.ts';
export type { AnswersSource } from './read-answers.ts';
export { suiteNames, type Implementation } from './implementations.ts';
export { labNames, labResultNames, type Exploit, type Lab } from './lab.ts';
export { readExercise } from './read-exercise.ts';
export { markLinesMax, type Finding, type LineRange } from './review.ts';

/** A solution that comes with the exercise. `caughtBy` is the test that must fail, for wrong ones alone. */
export type Variant = { name: string; language: Language; source: string; caughtBy?: string };

export type DataSet = { name: string; sql: string; hidden: boolean };

/** One exercise folder, read whole. */
export type Exercise = {
  meta: ExerciseMeta;
  folder: string;
  /**
   * SHA-256 in hex over all that can change a verdict: tests, reference, data, and the keys of the front matter that
   * grading reads. A better summary or hint leaves it as it is.
   */
  contentHash: string;
  /** Markdown of the task, of each hint and of what follows a pass. */
  task: string;
  hints: string[];
  after: string;
  starter: Partial<Record<Language, string>>;
  solution: Partial<Record<Language, string>>;
  alternatives: Variant[];
  wrong: Variant[];
  /** Source of tests.ts and hidden.ts; empty for a plain sql query. */
  tests: string;
  hidden: string;
  /** For sql: the schema and its data sets, the visible one first. Shared databases are already merged in. */
  database?: { schema: string; dataSets: DataSet[] };
  /** For tests: what the learner's suite is run against, as in implementations.ts. */
  implementations?: Implementation[];
  /** For lab: what is attacked, and with what; `starter` is that of the exploit, `solution` the reference patch. */
  lab?: Lab;
  /** For review, quiz and write: what the learner is shown and judged by. */
  answers?: AnswersSource;
};
