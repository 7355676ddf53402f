import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { users } from './users.ts';

/**
 * Whoever progress belongs to: a guest, known by the hash of the token in their cookie, or a user. Always exactly one
 * of the two, and a user has one learner. Everything personal hangs on this row and goes when it goes.
 * `lastSubmissionAt` is when they last handed something in here.
 */
export const learners = sqliteTable(
  'learners',
  {
    id: text('id').primaryKey(),
    guestTokenHash: text('guest_token_hash').unique(),
    userId: text('user_id')
      .unique()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull(),
    lastSubmissionAt: moment('last_submission_at'),
  },
  (table) => [
    index('learners_last_submission').on(table.lastSubmissionAt),
    check('learners_guest_or_user', sql`(${table.guestTokenHash} is null) <> (${table.userId} is null)`),
  ],
);
