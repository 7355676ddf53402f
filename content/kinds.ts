import type { Kind } from './schema.ts';
import type { Language } from '#lib/verdict';

type Need = 'needed' | 'optional' | 'none';

/** What a folder of each kind holds, and how it is handed in. */
export type KindShape = {
  languages: readonly Language[];
  /** starter, solution, alternatives and wrong solutions. */
  sources: boolean;
  tests: Need;
  database: Need;
  /** The file a learner hands in where it is not one for each language. */
  answerFile: string | null;
};

const code = { sources: true, answerFile: null } as const;
const answers = { languages: [], sources: false, tests: 'none', database: 'none', answerFile: 'answers.json' } as const;

export const kinds: Record<Kind, KindShape> = {
  code: { ...code, languages: ['typescript', 'python'], tests: 'needed', database: 'none' },
  http: { ...code, languages: ['typescript'], tests: 'needed', database: 'optional' },
  // Without tests.ts a query is compared with the reference on each data set.
  sql: { ...code, languages: ['sql'], tests: 'optional', database: 'needed' },
  lab: { ...code, languages: ['typescript'], tests: 'needed', database: 'optional' },
  tests: { ...code, languages: ['typescript'], tests: 'none', database: 'none' },
  review: answers,
  quiz: answers,
  write: answers,
};
