import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * The learner's unsent work on one file. `revision` grows with each save and never repeats for the file, not even
 * after a reset, so a device that saves on top of an old revision is told apart from one that is up to date.
 * `versionedAt` is when a version was last kept of it, or when it was begun; null for one from before there were any.
 */
export const drafts = sqliteTable(
  'drafts',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    exerciseId: text('exercise_id').notNull(),
    file: text('file').notNull(),
    source: text('source').notNull(),
    revision: integer('revision').notNull(),
    updatedAt: moment('updated_at').notNull(),
    versionedAt: moment('versioned_at'),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.exerciseId, table.file] })],
);
