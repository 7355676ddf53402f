import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReportKind } from '#lib/report';
import type { LearnerFiles } from '#lib/verdict';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * What a learner says is wrong with a lesson or an exercise. `contentHash` and `version` tell what they were looking
 * at; `files` is their code, where they chose to send it. Open until `doneAt` is set by an owner.
 */
export const reports = sqliteTable(
  'reports',
  {
    id: text('id').primaryKey(),
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    itemKind: text('item_kind', { enum: ['lesson', 'exercise'] }).notNull(),
    itemId: text('item_id').notNull(),
    contentHash: text('content_hash').notNull(),
    version: text('version').notNull(),
    kind: text('kind').$type<ReportKind>().notNull(),
    text: text('text').notNull(),
    files: text('files', { mode: 'json' }).$type<LearnerFiles>(),
    createdAt: moment('created_at').notNull(),
    doneAt: moment('done_at'),
  },
  (table) => [index('reports_learner').on(table.learnerId), index('reports_newest').on(table.doneAt, table.createdAt)],
);
