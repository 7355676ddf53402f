import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { users } from './users.ts';

/**
 * A device that is signed in. The token names this row, so deleting the row signs the device out at once. `confirmedAt`
 * is when its user last gave the password since signing in. `linkProvider` is the provider that they asked to link, and
 * may until `linkUntil`.
 */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    userAgent: text('user_agent'),
    confirmedAt: moment('confirmed_at'),
    linkProvider: text('link_provider'),
    linkUntil: moment('link_until'),
  },
  (table) => [index('sessions_user').on(table.userId)],
);
