import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';

/**
 * Things that happen once in a server's life and must not happen again, whatever is deleted since. `first-account`: the
 * account that became the owner by being the first. `submissions-counted`: submissions from before there were
 * `exercise_days` have been counted in them. `activity-counted`: the same of `active_days`.
 */
export const marks = sqliteTable('marks', {
  name: text('name', { enum: ['first-account', 'submissions-counted', 'activity-counted'] }).primaryKey(),
  at: moment('at').notNull(),
});
