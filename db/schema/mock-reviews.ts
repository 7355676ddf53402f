import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SelfReview } from '#lib/mock';
import { moment } from './columns.ts';
import { learners } from './learners.ts';
import { mocks } from './mocks.ts';

/** How a learner rates their own answer beside the model answer, once its round has ended. Nobody's judgement but theirs. */
export const mockReviews = sqliteTable(
  'mock_reviews',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    mockId: text('mock_id')
      .notNull()
      .references(() => mocks.id, { onDelete: 'cascade' }),
    partId: text('part_id').notNull(),
    review: text('review', { mode: 'json' }).$type<SelfReview>().notNull(),
    version: integer('version').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.mockId, table.partId] }),
    // With all there is: the list of mocks says what was rated in each of them.
    index('mock_reviews_learner').on(
      table.learnerId,
      table.mockId,
      table.partId,
      table.review,
      table.version,
      table.savedAt,
    ),
  ],
);
