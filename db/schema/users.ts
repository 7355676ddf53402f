import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';

/**
 * Somebody with an account. One e-mail address belongs to one user, in lower case, so that Ann@ and ann@ are one.
 * `passwordHash` (Argon2id) is null for those who sign in through a provider alone.
 * An owner may read how the server does and what learners report about it; guests are no users and never owners.
 */
export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull().unique(),
    name: text('name'),
    passwordHash: text('password_hash'),
    role: text('role', { enum: ['learner', 'owner'] })
      .notNull()
      .default('learner'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('users_newest').on(table.createdAt, table.id),
    check('users_email_lower_case', sql`${table.email} = lower(${table.email})`),
  ],
);
