import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { learners } from './learners.ts';
import { mocks } from './mocks.ts';
import { submissions } from './submissions.ts';

/** Which submissions were made in which part of a mock. They are submissions like any other. */
export const mockSubmissions = sqliteTable(
  'mock_submissions',
  {
    submissionId: text('submission_id')
      .primaryKey()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    mockId: text('mock_id')
      .notNull()
      .references(() => mocks.id, { onDelete: 'cascade' }),
    partId: text('part_id').notNull(),
  },
  (table) => [
    index('mock_submissions_mock').on(table.mockId),
    index('mock_submissions_learner').on(table.learnerId, table.submissionId, table.mockId, table.partId),
  ],
);
