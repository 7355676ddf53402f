import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';
import { mocks } from './mocks.ts';

/** The code of one file in a part of a mock; apart from the drafts of practice, which a mock neither shows nor touches. */
export const mockCode = sqliteTable(
  'mock_code',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    mockId: text('mock_id')
      .notNull()
      .references(() => mocks.id, { onDelete: 'cascade' }),
    partId: text('part_id').notNull(),
    file: text('file').notNull(),
    source: text('source').notNull(),
    revision: integer('revision').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.mockId, table.partId, table.file] }),
    index('mock_code_learner').on(table.learnerId),
  ],
);
