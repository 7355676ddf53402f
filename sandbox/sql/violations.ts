/** Why PostgreSQL refuses a row, in words that tests use, by SQLSTATE. */
const violations = {
  'not null': ['23502'],
  unique: ['23505'],
  'foreign key': ['23503', '23001'],
  check: ['23514'],
  exclusion: ['23P01'],
  /** Missing rights and row-level security have one SQLSTATE. */
  privilege: ['42501'],
  type: ['22P02', '22003', '22007', '22008', '42804', '22001'],
  'generated column': ['428C9'],
  serialization: ['40001'],
  deadlock: ['40P01'],
  lock: ['55P03'],
  raised: ['P0001'],
} as const;

export type Violation = keyof typeof violations;

export const isViolation = (word: string): word is Violation => Object.hasOwn(violations, word);
export const violationWords = Object.keys(violations);

/** The word for a SQLSTATE; the SQLSTATE itself where we have none. */
export function violationOf(sqlState: string): string {
  const found = Object.entries(violations).find(([, states]) => (states as readonly string[]).includes(sqlState));
  return found?.[0] ?? sqlState;
}
