import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

export type PlacementAnswer = { lesson: string; check: string; correct: boolean };

/**
 * Where a learner wants to start: found by answering questions, or `chosenLevel` picked by hand. One row a learner, the
 * latest. Which question comes next follows from `seed` and `answers`; what is recommended is worked out when it is
 * read, so it fits the content of that day. Apart from `checks` on purpose: it counts nowhere.
 */
export const placements = sqliteTable('placements', {
  learnerId: text('learner_id')
    .primaryKey()
    .references(() => learners.id, { onDelete: 'cascade' }),
  seed: text('seed').notNull(),
  answers: text('answers', { mode: 'json' }).$type<PlacementAnswer[]>().notNull(),
  chosenLevel: text('chosen_level', { enum: ['junior', 'mid', 'senior'] }),
  startedAt: moment('started_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});
