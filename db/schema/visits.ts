import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/** When the learner last opened a page; the newest row is where they go on. */
export const visits = sqliteTable(
  'visits',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['lesson', 'exercise'] }).notNull(),
    itemId: text('item_id').notNull(),
    visitedAt: moment('visited_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.kind, table.itemId] }),
    index('visits_newest').on(table.learnerId, table.visitedAt),
  ],
);
