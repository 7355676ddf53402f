import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { LearnerFiles, Verdict } from '#lib/verdict';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * What was handed in, stored before it is graded. Open until `verdict` and `closedAt` are set, together, in the
 * transaction that also updates the learner's progress; so an open row has not counted and may be graded again.
 * `contentHash` is the exercise's at the time of grading. With `importedAt` it was read from an export: the verdict is
 * what that file says, and nobody here has graded it. `clientKey` is the browser's name for it, so that one that is
 * sent again is told from another one; a submission that could not be graded gives its key back.
 */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text('id').primaryKey(),
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    exerciseId: text('exercise_id').notNull(),
    clientKey: text('client_key'),
    contentHash: text('content_hash').notNull(),
    files: text('files', { mode: 'json' }).$type<LearnerFiles>().notNull(),
    createdAt: moment('created_at').notNull(),
    closedAt: moment('closed_at'),
    verdict: text('verdict', { mode: 'json' }).$type<Verdict>(),
    verdictStatus: text('verdict_status').$type<Verdict['status']>(),
    passedTests: integer('passed_tests'),
    totalTests: integer('total_tests'),
    importedAt: moment('imported_at'),
  },
  (table) => [
    // Both with all that a list shows: the rows themselves hold code and verdicts, each some pages of the file long.
    index('submissions_learner_exercise').on(
      table.learnerId,
      table.exerciseId,
      table.createdAt,
      table.id,
      table.verdictStatus,
      table.passedTests,
      table.totalTests,
    ),
    index('submissions_learner_newest').on(
      table.learnerId,
      table.createdAt,
      table.id,
      table.exerciseId,
      table.verdictStatus,
      table.passedTests,
      table.totalTests,
      table.importedAt,
    ),
    uniqueIndex('submissions_client_key').on(table.learnerId, table.clientKey),
    index('submissions_open')
      .on(table.createdAt)
      .where(sql`closed_at is null`),
    check('submissions_closed_with_verdict', sql`(${table.closedAt} is null) = (${table.verdict} is null)`),
  ],
);
