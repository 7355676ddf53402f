import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/**
 * How many learners handed something in on one day, as a count that names nobody: telling them apart among a month's
 * submissions would hold up everybody. `day` counts days since 1970 in UTC. A guest who signs in to an account counts as
 * one with it, also on days on which both were there.
 */
export const activeDays = sqliteTable('active_days', {
  day: integer('day').primaryKey(),
  learners: integer('learners').notNull(),
});
