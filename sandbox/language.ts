import type { Language } from '#lib/verdict';
import type { Answer } from './javascript/session.ts';
import type { Circumstances, Explanation } from './messages.ts';

type Run = (...values: never[]) => unknown;

/**
 * What runs beside the submission: a function, whose source is taken, or one for each language; Python's is the source of
 * a `def`, whose first argument is the learner's module.
 */
export type Driver = Run | { ts?: Run; py?: string };

/** How tests speak to one language, and how a learner reads about it. */
export type LanguageWords = {
  language: Language;
  /** A name of the tests, `moveTask`, as the language writes it. */
  nameOf: (name: string) => string;
  /** A call as the learner would write it. */
  writeCall: (name: string, values: unknown[]) => string;
  writeDriver: (source: string, values: unknown[]) => string[];
  /** A JSON value as the learner would write it; `literalLine` on one line, cut to `charsMax`. */
  literal: (value: unknown) => string;
  literalLine: (value: unknown, charsMax: number) => string;
  /** What is shown of a driver, what is sent for it, and the exports that it uses. */
  readDriver: (driver: Driver) => { source: string; target: string; needs: string[] };
  explain: (answer: Answer, circumstances: Circumstances) => Explanation;
};
