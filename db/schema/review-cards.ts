import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment, yesNo } from './columns.ts';
import { learners } from './learners.ts';

/**
 * Something a learner sees again later; lib/review-schedule.ts says when. `itemId` is `<lesson>/<check>` for a question
 * of a lesson, the exercise's id for an exercise, and the question's id for one of the question bank. `failing` is true
 * from a failed answer to the next right one, so that a pass after failures is told from one at the first try. A card
 * without reviews (`reps` 0) has no memory yet: stability and difficulty are 0. Only questions of the bank are `new`:
 * they are put into the queue before they were ever asked, and `introducedAt` says when they first were. `clientKey` is
 * that of the last rating, by which one that arrives twice is told from the next.
 */
export const reviewCards = sqliteTable(
  'review_cards',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['check', 'exercise', 'question'] }).notNull(),
    itemId: text('item_id').notNull(),
    dueAt: moment('due_at').notNull(),
    stability: real('stability').notNull(),
    difficulty: real('difficulty').notNull(),
    scheduledDays: integer('scheduled_days').notNull(),
    state: text('state', { enum: ['new', 'learning', 'review', 'relearning'] })
      .notNull()
      .default('review'),
    learningSteps: integer('learning_steps').notNull().default(0),
    reps: integer('reps').notNull(),
    lapses: integer('lapses').notNull(),
    lastReviewAt: moment('last_review_at'),
    failing: yesNo('failing').notNull(),
    suspendedAt: moment('suspended_at'),
    introducedAt: moment('introduced_at'),
    clientKey: text('client_key'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.kind, table.itemId] }),
    // With what is asked of each card before one is counted, so that counting reads no card.
    index('review_cards_due').on(
      table.learnerId,
      table.dueAt,
      table.state,
      table.suspendedAt,
      table.kind,
      table.itemId,
    ),
    index('review_cards_introduced').on(table.learnerId, table.kind, table.introducedAt),
  ],
);
