import { sql } from 'drizzle-orm';
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MockKind, MockPart } from '#lib/mock';
import type { MockRound, RoundEnd } from '#lib/mock-clock';
import type { Language } from '#lib/verdict';
import { moment } from './columns.ts';
import { learners } from './learners.ts';

/**
 * A mock interview. `parts` is what was drawn and never changes, whatever a newer build would draw; `rounds` are their
 * clocks with every pause. Whether the time of a round is over follows from `rounds` and the present moment, so a row
 * may say that a mock is open that is not: lib/mock-clock.ts decides, and the next change writes it down. `language` is
 * what its code is written in, where the learner chose.
 */
export const mocks = sqliteTable(
  'mocks',
  {
    id: text('id').primaryKey(),
    learnerId: text('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<MockKind>().notNull(),
    level: text('level', { enum: ['junior', 'mid', 'senior'] }).notNull(),
    language: text('language').$type<Language>(),
    seed: text('seed').notNull(),
    parts: text('parts', { mode: 'json' }).$type<MockPart[]>().notNull(),
    rounds: text('rounds', { mode: 'json' }).$type<MockRound[]>().notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
    ended: text('ended').$type<RoundEnd>(),
  },
  (table) => [
    index('mocks_learner').on(table.learnerId, table.startedAt),
    check('mocks_ended', sql`(${table.finishedAt} is null) = (${table.ended} is null)`),
  ],
);
