import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment, yesNo } from './columns.ts';
import { learners } from './learners.ts';

/** A hint or the solution, shown for the first time. `number` counts hints from 1 and is 0 for the solution. */
export const reveals = sqliteTable(
  'reveals',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    exerciseId: text('exercise_id').notNull(),
    kind: text('kind', { enum: ['hint', 'solution'] }).notNull(),
    number: integer('number').notNull(),
    beforePass: yesNo('before_pass').notNull(),
    shownAt: moment('shown_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.exerciseId, table.kind, table.number] }),
    index('reveals_before_pass').on(table.learnerId, table.kind, table.beforePass, table.exerciseId),
  ],
);
