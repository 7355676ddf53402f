import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What was handed in for one version of an exercise on one day, as counts that name nobody. Kept while submissions are
 * closed, because counting a million of them for a page would hold up everybody. `day` counts days since 1970 in UTC.
 * `unavailable` are those that we could not grade; they are in none of the other counts. A first try is a learner's
 * first graded submission for the exercise; it counts as passed when it did so without the solution having been shown.
 */
export const exerciseDays = sqliteTable(
  'exercise_days',
  {
    day: integer('day').notNull(),
    exerciseId: text('exercise_id').notNull(),
    contentHash: text('content_hash').notNull(),
    attempts: integer('attempts').notNull().default(0),
    passes: integer('passes').notNull().default(0),
    firstTries: integer('first_tries').notNull().default(0),
    firstTryPasses: integer('first_try_passes').notNull().default(0),
    unavailable: integer('unavailable').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.day, table.exerciseId, table.contentHash] })],
);
