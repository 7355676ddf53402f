import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * "I have N days": the level a learner wants to reach, in how many days from `setAt`, at how many minutes a day. The
 * plan itself is never stored; it is worked out from what is missing whenever it is looked at.
 */
export const goals = sqliteTable(
  'goals',
  {
    learnerId: text('learner_id')
      .primaryKey()
      .references(() => learners.id, { onDelete: 'cascade' }),
    level: text('level', { enum: ['junior', 'mid', 'senior'] }).notNull(),
    days: integer('days').notNull(),
    minutesPerDay: integer('minutes_per_day').notNull(),
    /** The lessons that the plan is for, where it is made from a job posting; null is all of the level. */
    lessonIds: text('lesson_ids', { mode: 'json' }).$type<string[]>(),
    setAt: moment('set_at').notNull(),
  },
  (table) => [
    check('goals_days', sql`${table.days} between 1 and 730`),
    check('goals_minutes', sql`${table.minutesPerDay} between 10 and 720`),
  ],
);
