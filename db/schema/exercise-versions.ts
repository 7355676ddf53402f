import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * How many submissions of one version of an exercise were graded, on all days together. The sum of the `attempts` of
 * its `exercise_days`, kept beside them: days grow in number for ever, and a page would add them all up.
 */
export const exerciseVersions = sqliteTable(
  'exercise_versions',
  {
    exerciseId: text('exercise_id').notNull(),
    contentHash: text('content_hash').notNull(),
    attempts: integer('attempts').notNull(),
  },
  (table) => [primaryKey({ columns: [table.exerciseId, table.contentHash] })],
);
