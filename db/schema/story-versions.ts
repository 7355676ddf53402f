import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Story } from '#lib/story';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/** The history of one story: what was, or was about to be, replaced or deleted, and what stood there now and then. */
export const storyVersions = sqliteTable(
  'story_versions',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    storyId: text('story_id').notNull(),
    revision: integer('revision').notNull(),
    story: text('story', { mode: 'json' }).$type<Story>().notNull(),
    reason: text('reason', { enum: ['conflict', 'merge', 'restore', 'delete', 'edit'] }).notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.storyId, table.revision] })],
);
