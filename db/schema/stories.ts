import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Story } from '#lib/story';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * Stories for the behavioural round. `id` is made in the browser, so that a story can be begun without a connection.
 * `revision` grows with each save and never repeats for the story, as that of a draft does; `versionedAt` is when a
 * version was last kept of it, or when it was begun.
 */
export const stories = sqliteTable(
  'stories',
  {
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    story: text('story', { mode: 'json' }).$type<Story>().notNull(),
    revision: integer('revision').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    versionedAt: moment('versioned_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.id] }),
    index('stories_themes').on(table.learnerId, sql`${table.story} ->> '$.themes'`),
  ],
);
