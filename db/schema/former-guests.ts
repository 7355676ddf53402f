import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * Whose account a guest's work has become. The guest's own row is gone by then; a browser that was offline meanwhile
 * still holds work under the guest's id, and this says who may send it.
 */
export const formerGuests = sqliteTable(
  'former_guests',
  {
    guestId: text('guest_id').primaryKey(),
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    mergedAt: moment('merged_at').notNull(),
  },
  (table) => [index('former_guests_learner').on(table.learnerId)],
);
