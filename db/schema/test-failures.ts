import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How many submissions a test of one version of an exercise has failed. Names nobody, like `exercise_days`. */
export const testFailures = sqliteTable(
  'test_failures',
  {
    exerciseId: text('exercise_id').notNull(),
    contentHash: text('content_hash').notNull(),
    testName: text('test_name').notNull(),
    failures: integer('failures').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.exerciseId, table.contentHash, table.testName] })],
);
