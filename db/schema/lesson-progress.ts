import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/** A lesson that the learner has marked; `doneAt` is null when they took the mark back. */
export const lessonProgress = sqliteTable(
  'lesson_progress',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    doneAt: moment('done_at'),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.lessonId] }),
    index('lesson_progress_learner').on(table.learnerId, table.doneAt, table.lessonId),
  ],
);
