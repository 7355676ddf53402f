import { z } from 'zod';
import { testResultSchema, type TestResult } from '#lib/verdict';
import recorded from './failures.json' with { type: 'json' };

export type Failure = {
  /** What went wrong, in the words of somebody who has been there. */
  title: string;
  exerciseId: string;
  /** Folder of the exercise below `content/tracks`, and the typical mistake there that was graded. */
  folder: string;
  mistake: string;
  /** The lines of that mistake that matter; each is in its file as it stands here. */
  excerpts: string[];
  /** The failed test that is shown. */
  test: string;
};

/**
 * Failures that the start page shows. Nothing is made up: `scripts/record-failures.ts` grades the mistakes and writes
 * failures.json, and a test grades them again.
 */
export const failures: Failure[] = [
  {
    title: 'Right, until somebody searches for a percent sign',
    exerciseId: 'book-catalogue',
    folder: 'apis/pagination-filtering-sorting/book-catalogue',
    mistake: 'concatenated.ts',
    excerpts: [
      "    and ($3::text is null or title ilike '%Q%')",
      "  const { rows } = await db.query(page.replace('Q', q ?? ''),",
    ],
    test: 'takes every character of a search as it is',
  },
  {
    title: 'No rows at all, because of one null',
    exerciseId: 'win-back-mail',
    folder: 'databases/joins/win-back-mail',
    mistake: 'not-in-with-guests.sql',
    excerpts: [
      "select id, name, email\nfrom customers\nwhere id not in (select customer_id from orders where status <> 'cancelled');",
    ],
    test: 'visible',
  },
  {
    title: 'Right, and too slow on a busy night',
    exerciseId: 'dedupe-webhook-events',
    folder: 'career/what-backend-engineers-do/dedupe-webhook-events',
    mistake: 'quadratic.ts',
    excerpts: [
      'export const dedupe = (events: WebhookEvent[]) =>\n  events.filter((event, i) => events.findIndex((other) => other.id === event.id) === i);',
    ],
    test: 'handles a night of 100,000 different events in time',
  },
];

/** What the sandbox said about a failure. Throws when it was not recorded. */
export function resultOf(failure: Failure): TestResult {
  const result = z.record(z.string(), testResultSchema).parse(recorded)[failure.exerciseId];
  if (!result) throw new Error(`${failure.exerciseId} is not in failures.json. Run node scripts/record-failures.ts.`);
  return result;
}
