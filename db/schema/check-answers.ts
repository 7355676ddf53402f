import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment, yesNo } from './columns.ts';
import { learners } from './learners.ts';

/** Each answer to a question of a lesson, when it was given: `checks` holds what they come to. */
export const checkAnswers = sqliteTable(
  'check_answers',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    checkId: text('check_id').notNull(),
    correct: yesNo('correct').notNull(),
    answeredAt: moment('answered_at').notNull(),
  },
  (table) => [index('check_answers_learner').on(table.learnerId, table.answeredAt)],
);
