import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { WrittenAnswer } from '#lib/mock';
import { moment } from './columns.ts';
import { learners } from './learners.ts';
import { mocks } from './mocks.ts';

/**
 * What a learner has written for a part of a mock. `version` grows with each save, so that a device that saves on top of
 * an old one is told.
 */
export const mockAnswers = sqliteTable(
  'mock_answers',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    mockId: text('mock_id')
      .notNull()
      .references(() => mocks.id, { onDelete: 'cascade' }),
    partId: text('part_id').notNull(),
    answer: text('answer', { mode: 'json' }).$type<WrittenAnswer>().notNull(),
    version: integer('version').notNull(),
    savedAt: moment('saved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.mockId, table.partId] }),
    index('mock_answers_learner').on(table.learnerId, table.mockId, table.partId),
  ],
);
