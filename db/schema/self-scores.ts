import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * How a learner has scored a text of their own against the rubric of an exercise: points by criterion, and their sum.
 * Apart from `progress` on purpose: it is nobody's judgement but theirs, so it never counts as a pass. One row an
 * exercise, the latest score. `contentHash` tells which rubric it was.
 */
export const selfScores = sqliteTable(
  'self_scores',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    exerciseId: text('exercise_id').notNull(),
    scores: text('scores', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    points: integer('points').notNull(),
    pointsMax: integer('points_max').notNull(),
    contentHash: text('content_hash').notNull(),
    scoredAt: moment('scored_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.exerciseId] })],
);
