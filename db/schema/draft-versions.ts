import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * Drafts that were, or were about to be, replaced as a whole: by a reset, by another device, by signing in. Kept so
 * that no code is lost. `updatedAt` is when that code was written.
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
    reason: text('reason', { enum: ['reset', 'conflict', 'merge'] }).notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.exerciseId, table.file, table.revision] })],
);
