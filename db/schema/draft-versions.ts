import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * The history of one file: drafts that were, or were about to be, replaced as a whole (by a reset, another device,
 * signing in, a restored version), code that was run or submitted, and what stood there now and then while editing.
 * Kept so that no code is lost. `updatedAt` is when that code was written. `submissionId` is no foreign key: without an
 * index each deleted submission would be looked for here, and a version outlives its submission well.
 */
export const draftVersions = sqliteTable(
  'draft_versions',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    exerciseId: text('exercise_id').notNull(),
    file: text('file').notNull(),
    revision: integer('revision').notNull(),
    source: text('source').notNull(),
    reason: text('reason', { enum: ['reset', 'conflict', 'merge', 'restore', 'submit', 'run', 'edit'] }).notNull(),
    submissionId: text('submission_id'),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.exerciseId, table.file, table.revision] })],
);
