import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment, yesNo } from './columns.ts';
import { learners } from './learners.ts';

/**
 * Answers to a question in a lesson. Once `correct`, always correct: a later slip does not take it back. `firstCorrect`
 * tells whether the very first answer was right.
 */
export const checks = sqliteTable(
  'checks',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    checkId: text('check_id').notNull(),
    correct: yesNo('correct').notNull(),
    firstCorrect: yesNo('first_correct').notNull().default(false),
    attempts: integer('attempts').notNull(),
    /** The key that the browser gave the answer counted last: when it is sent again, it is not counted again. */
    clientKey: text('client_key'),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.lessonId, table.checkId] }),
    index('checks_learner').on(
      table.learnerId,
      table.lessonId,
      table.checkId,
      table.correct,
      table.attempts,
      table.firstCorrect,
    ),
  ],
);
