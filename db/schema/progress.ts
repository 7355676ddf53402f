import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment, yesNo } from './columns.ts';
import { learners } from './learners.ts';

/**
 * Where a learner stands with an exercise. `passed` is final: neither a later failure nor a changed exercise takes it
 * back; `passedContentHash` tells which version was passed. `attempts` counts closed submissions that were graded,
 * `failuresBeforePass` those of them that did not pass before the first one that did. `solutionSeen` is true when the
 * solution was asked for before passing. `importedAt` is set while the best result is one that an import brought and
 * that was not graded here.
 */
export const progress = sqliteTable(
  'progress',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    exerciseId: text('exercise_id').notNull(),
    status: text('status', { enum: ['attempted', 'passed'] }).notNull(),
    passedAt: moment('passed_at'),
    passedContentHash: text('passed_content_hash'),
    attempts: integer('attempts').notNull().default(0),
    failuresBeforePass: integer('failures_before_pass').notNull().default(0),
    hintsUsed: integer('hints_used').notNull().default(0),
    solutionSeen: yesNo('solution_seen').notNull().default(false),
    lastAt: moment('last_at').notNull(),
    importedAt: moment('imported_at'),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.exerciseId] }),
    // With all that is asked of every exercise at once, so that it is read in one place; rows of a learner lie scattered.
    index('progress_learner').on(
      table.learnerId,
      table.status,
      table.exerciseId,
      table.passedAt,
      table.attempts,
      table.failuresBeforePass,
      table.hintsUsed,
      table.solutionSeen,
      table.lastAt,
      table.importedAt,
    ),
    check('progress_passed_at', sql`(${table.status} = 'passed') = (${table.passedAt} is not null)`),
  ],
);
