import { expect, test } from 'vitest';
import { activityOf } from '#db/activity';
import type { Db } from '#db/client';
import { lessonsOf } from '#db/lessons';
import { mocksOf } from '#db/mocks';
import { hintsBeforePassOf, progressOf } from '#db/progress';
import { dueCounts } from '#db/review-cards';
import { storyThemesOf } from '#db/stories';
import { submissionPage, submissionsOf } from '#db/submissions';
import { watchStatements } from '#scripts/database-time/statements';
import { temporaryDatabase } from './temporary-database.ts';

/** Which tables may be read row by row: an index with all of a mock would be the table once more. */
const reads: [name: string, ask: (db: Db) => Promise<unknown>, rowsOf?: string][] = [
  ['where a learner stands with each exercise', (db) => progressOf(db, 'lrn')],
  ['lessons marked, and their questions answered', (db) => lessonsOf(db, 'lrn')],
  ['hints taken before a pass', (db) => hintsBeforePassOf(db, 'lrn')],
  ['themes of stories', (db) => storyThemesOf(db, 'lrn')],
  ['what was done when', (db) => activityOf(db, 'lrn', new Date(0))],
  ['cards that are due', (db) => dueCounts(db, 'lrn')],
  ['a page of the history', (db) => submissionPage(db, 'lrn', { before: null, limit: 25 })],
  ['the submissions for an exercise', (db) => submissionsOf(db, 'lrn', 'sums')],
  ['the list of mocks', (db) => mocksOf(db, 'lrn'), 'mocks'],
];

/** A learner's rows lie scattered over the file, and each that is fetched is a page read from the disk. */
test.each(reads)('%s: read from an index alone', async (_, ask, rowsOf = 'none') => {
  using db = temporaryDatabase();
  const watch = watchStatements(db.$client);
  await ask(db);
  const plans = watch.take().map(({ text }) => watch.planOf(text));
  watch.stop();
  const searches = plans.flat().filter((step) => step.startsWith('SEARCH ') && !step.startsWith(`SEARCH ${rowsOf} `));
  expect(searches.length).toBeGreaterThan(0);
  expect(searches.filter((step) => !/USING COVERING INDEX/.test(step))).toEqual([]);
});
