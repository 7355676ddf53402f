import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { draftVersionsOf, keepVersions } from '#db/draft-versions';
import { draftsOf, saveDraft, resetDrafts } from '#db/drafts';
import { exportOf } from '#db/export';
import { exportedColumns, exportedTables, exportSchema, notExported, type Export } from '#db/export-format';
import { importExport } from '#db/import';
import { setGoal } from '#db/goals';
import { startPlacement } from '#db/placements';
import { createGuest, learnerOfUser } from '#db/learners';
import { queueQuestions, rateQuestion } from '#db/question-cards';
import { saveAnswer, saveSelfReview } from '#db/mock-answers';
import { saveMockCode } from '#db/mock-code';
import { actOnMock, deleteMock, mockOf, mocksOf, startMock } from '#db/mocks';
import { answerCheck, markLesson } from '#db/lessons';
import { exerciseProgressOf, seeSolution, takeHint } from '#db/progress';
import { saveReport } from '#db/reports';
import { saveSelfScore } from '#db/self-scores';
import {
  closeSubmission,
  openSubmission,
  openSubmissionOnce,
  openSubmissions,
  submissionsOf,
  submissionOf,
} from '#db/submissions';
import * as tables from '#db/tables';
import { createUser } from '#db/users';
import { recordVisit } from '#db/visits';
import type { MockPart } from '#lib/mock';
import { keepStory, saveStory, storiesOf } from '#db/stories';
import { storyVersionsOf } from '#db/story-versions';
import { emptyStory } from '#lib/story';
import { watchStatements } from '#scripts/database-time/statements';
import { temporaryDatabase } from './temporary-database.ts';
import { failed, passed } from './verdicts.ts';

const files = { 'solution.ts': 'export const add = 1;' };

async function account(db: Db, email: string) {
  const user = await createUser(db, { email, name: null, passwordHash: 'secret-hash' });
  return { userId: user!.id, learnerId: await learnerOfUser(db, user!.id) };
}

/** Something in every table. */
async function work(db: Db, learnerId: string, marker: string) {
  const submission = { learnerId, exerciseId: 'sums', contentHash: 'v1', files: { 'solution.ts': marker } };
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  await closeSubmission(db, await openSubmission(db, submission, at(1)), { verdict: failed, contentHash: 'v1' }, at(2));
  const id = await openSubmission(db, submission, at(3));
  await closeSubmission(db, id, { verdict: passed, contentHash: 'v1' }, at(4));
  const key = { learnerId, exerciseId: 'sums', file: 'solution.ts' };
  await keepVersions(db, { ...submission, reason: 'submit', submissionId: id }, at(4));
  await openSubmission(db, { ...submission, exerciseId: 'open' }, at(5));
  await takeHint(db, { learnerId, exerciseId: 'sums', number: 1 }, at(1));
  await seeSolution(db, { learnerId, exerciseId: 'shop', giveUp: true }, at(6));
  await markLesson(db, { learnerId, lessonId: 'adding', done: true }, at(7));
  await answerCheck(db, { learnerId, lessonId: 'adding', checkId: 'carry', correct: true }, at(8));
  await recordVisit(db, learnerId, { kind: 'lesson', id: 'adding' }, at(9));
  await saveDraft(db, { ...key, source: `${marker} one`, baseRevision: null }, at(10));
  await resetDrafts(db, learnerId, 'sums');
  await saveDraft(db, { ...key, source: `${marker} two`, baseRevision: null }, at(11));
  const about = { itemKind: 'lesson', itemId: 'adding', contentHash: 'v1', version: '1', kind: 'other' } as const;
  await saveReport(db, { learnerId, ...about, text: marker, files: null });
  await answerCheck(db, { learnerId, lessonId: 'adding', checkId: 'missed', correct: false }, at(8));
  await setGoal(db, { learnerId, level: 'mid', days: 30, minutesPerDay: 60 }, at(9));
  await startPlacement(db, { learnerId, seed: 'seed', chosenLevel: null }, at(9));
  const told = { title: `${marker} told`, themes: ['conflict' as const], situation: 'The queue was full.' };
  const story = { learnerId, id: `story-of-${marker.replaceAll(' ', '-')}`, story: { ...emptyStory, ...told } };
  const saved = await saveStory(db, { ...story, baseRevision: null }, at(1));
  await keepStory(db, { ...story, story: { ...story.story, result: marker }, reason: 'restore' }, at(2));
  expect(saved.outcome).toBe('saved');
  const score = { scores: { one: 2 }, pointsMax: 3, contentHash: 'v1' };
  await saveSelfScore(db, { learnerId, exerciseId: 'note', ...score }, at(12));
  await queueQuestions(db, { learnerId, questionIds: ['sharding', 'caching'] }, at(13));
  const rating = { questionId: 'caching', rating: 'good', reps: 0, ageMs: 0, clientKey: 'key' } as const;
  await rateQuestion(db, { learnerId, ...rating }, at(14));
  await mock(db, learnerId, marker, at);
}

async function mock(db: Db, learnerId: string, marker: string, at: (second: number) => Date) {
  const parts: MockPart[] = [
    { type: 'question', id: 'asked', round: 'api-design', minutes: 25, questionId: 'paging', form: 'api' },
    { type: 'exercise', id: 'built', round: 'api-design', minutes: 20, exerciseId: 'shop' },
  ];
  const drawn = { kind: 'api-design', level: 'mid', language: null, seed: marker } as const;
  const { id: mockId } = await startMock(db, { learnerId, ...drawn, parts }, at(13));
  const answer = { sections: { data: marker }, diagram: '' };
  await saveAnswer(db, { learnerId, mockId, partId: 'asked', answer, version: 0 }, at(14));
  const code = { learnerId, mockId, partId: 'built', file: 'solution.ts', source: marker, baseRevision: null };
  await saveMockCode(db, code, at(14));
  const files = { 'solution.ts': marker };
  const submission = { learnerId, exerciseId: 'shop', contentHash: 'v1', files, clientKey: `${marker} key` };
  const id = await openSubmissionOnce(db, { ...submission, mock: { mockId, partId: 'built' } }, at(15));
  await closeSubmission(db, id!, { verdict: passed, contentHash: 'v1' }, at(16));
  await actOnMock(db, { learnerId, mockId, action: 'finish', round: 'api-design' }, at(17));
  const review = { points: ['met' as const], flags: [false], note: marker };
  await saveSelfReview(db, { learnerId, mockId, partId: 'asked', review, version: 0 }, at(18));
}

async function textOf(db: Db, of: { learnerId: string; userId: string | null }): Promise<string> {
  let text = '';
  for await (const piece of exportOf(db, { ...of, site: 'https://one.example' })) text += piece;
  return text;
}

const fileOf = async (db: Db, of: { learnerId: string; userId: string | null }): Promise<Export> =>
  exportSchema.parse(JSON.parse(await textOf(db, of)));

/** All rows of a learner, whatever their ids. */
function rowsOf(db: Db, learnerId: string): string {
  return JSON.stringify(
    exportedTables.map((name) =>
      db.$client
        .prepare(`select * from ${getTableName(tables[name])} where learner_id = ? order by 1, 2, 3, 4`)
        .all(learnerId),
    ),
  );
}

const personal = Object.entries(tables).filter(
  ([name, table]) =>
    is(table, SQLiteTable) && 'learnerId' in getTableColumns(table) && !notExported.tables.includes(name),
);

test('every table of a learner’s is exported, with every column', () => {
  expect([...exportedTables].sort()).toEqual(personal.map(([name]) => name).sort());
  for (const [name, table] of personal) {
    const columns = Object.keys(getTableColumns(table)).filter(
      (column) => !notExported.columns.includes(column) && !notExported.columns.includes(`${name}.${column}`),
    );
    expect(exportedColumns(name as (typeof exportedTables)[number]).sort(), name).toEqual(columns.sort());
  }
});

test('an export holds what one has done, fits its own description, and holds no secret and nobody else', async () => {
  using db = temporaryDatabase();
  const ann = await account(db, 'ann@example.org');
  const ben = await account(db, 'ben@example.org');
  await work(db, ann.learnerId, 'ann wrote this');
  await work(db, ben.learnerId, 'ben wrote this');
  const text = await textOf(db, ann);
  const file = exportSchema.parse(JSON.parse(text));
  for (const name of exportedTables) expect(file.tables[name].length, name).toBeGreaterThan(0);
  expect(file).toMatchObject({ account: { email: 'ann@example.org' }, site: 'https://one.example' });
  expect(text).not.toMatch(/ben|secret-hash|lrn_|ses_/);
});

test('a guest’s export names no account', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  await work(db, learnerId, 'guest');
  expect((await fileOf(db, { learnerId, userId: null })).account).toBeNull();
});

test('an export of more rows than are read at a time is whole', async () => {
  using db = temporaryDatabase();
  const ann = await account(db, 'ann@example.org');
  for (let number = 1; number <= 120; number += 1) {
    await recordVisit(db, ann.learnerId, { kind: 'lesson', id: `lesson-${number}` }, new Date(Date.UTC(2026, 0, 1)));
  }
  expect((await fileOf(db, ann)).tables.visits).toHaveLength(120);
});

test('an export fetches rows by their number, some at a time, and sorts none of them anew', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  await work(db, learnerId, 'mine');
  const watch = watchStatements(db.$client);
  for await (const piece of exportOf(db, { learnerId, userId: null, site: 'http://localhost' }))
    expect(piece).toBeTruthy();
  const rows = watch.take().filter(({ text }) => text.includes('rowid in ('));
  expect(rows.length).toBeGreaterThan(10);
  for (const { text } of rows) {
    expect(watch.planOf(text).join()).toMatch(/^SEARCH \w+ USING INTEGER PRIMARY KEY \(rowid=\?\)$/);
  }
  watch.stop();
});

test('on another server, everything is there again, and what was graded elsewhere says so', async () => {
  using here = temporaryDatabase();
  using there = temporaryDatabase();
  const from = await account(here, 'ann@example.org');
  await work(here, from.learnerId, 'ann');
  const file = await fileOf(here, from);
  const { learnerId } = await account(there, 'ann@example.org');
  await importExport(there, { learnerId, file }, new Date(Date.UTC(2026, 5, 1)));
  const again = await fileOf(there, { learnerId, userId: null });
  const importedAt = new Date(Date.UTC(2026, 5, 1));
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
  const marked = file.tables.progress.map((row) => ({ ...row, importedAt }));
  expect(sorted(again.tables.progress)).toEqual(sorted(marked));
  for (const name of ['lessonProgress', 'checks', 'reveals', 'reviewCards', 'selfScores', 'visits'] as const) {
    expect(sorted(again.tables[name]), name).toEqual(sorted(file.tables[name]));
  }
  expect(await draftsOf(there, learnerId, 'sums')).toMatchObject({ 'solution.ts': { source: 'ann two' } });
  expect(await storiesOf(there, learnerId)).toMatchObject([{ id: 'story-of-ann', story: { title: 'ann told' } }]);
  expect(await storyVersionsOf(there, { learnerId, id: 'story-of-ann' })).toMatchObject([{ story: { result: 'ann' } }]);
  const key = { learnerId, exerciseId: 'sums', file: 'solution.ts' };
  expect(await draftVersionsOf(there, key)).toMatchObject([
    { source: 'ann one', reason: 'reset' },
    { source: 'ann', reason: 'submit', verdict: { status: 'passed' } },
  ]);
  const listed = await submissionsOf(there, learnerId, 'sums');
  expect(listed.map(({ verdictStatus }) => verdictStatus)).toEqual(['passed', 'failed']);
  expect(await submissionOf(there, learnerId, listed[0]!.id)).toMatchObject({
    verdict: passed,
    files: { 'solution.ts': 'ann' },
  });
  expect(file.tables.submissions.map(({ id }) => id)).not.toContain(listed[0]!.id);
  const [{ id: mockId } = { id: '' }] = await mocksOf(there, learnerId);
  expect([await mockOf(there, learnerId, mockId)]).toMatchObject([
    {
      seed: 'ann',
      ended: 'finished',
      answers: { asked: { answer: { sections: { data: 'ann' } } } },
      reviews: { asked: { review: { note: 'ann' } } },
      submissions: [{ partId: 'built', verdictStatus: 'passed' }],
    },
  ]);
  expect(again.tables.submissions.every((row) => row.importedAt?.getTime() === importedAt.getTime())).toBe(true);
});

test('a file from before there were steps of minutes brings its review cards, which count in days', async () => {
  using db = temporaryDatabase();
  const ann = await account(db, 'ann@example.org');
  await work(db, ann.learnerId, 'ann');
  const file = JSON.parse(await textOf(db, ann)) as Export;
  const reviewCards = file.tables.reviewCards
    .filter(({ kind }) => kind !== 'question')
    .map(({ state: _state, learningSteps: _steps, introducedAt: _introducedAt, ...row }) => row);
  const older = exportSchema.parse({ ...file, tables: { ...file.tables, reviewCards } });
  expect(older.tables.reviewCards).not.toHaveLength(0);
  for (const row of older.tables.reviewCards) expect(row).toMatchObject({ state: 'review', learningSteps: 0 });
});

test('the same file again changes nothing, neither there nor where it came from', async () => {
  using here = temporaryDatabase();
  using there = temporaryDatabase();
  const from = await account(here, 'ann@example.org');
  await work(here, from.learnerId, 'ann');
  const file = await fileOf(here, from);
  const { learnerId } = await account(there, 'ann@example.org');
  await importExport(there, { learnerId, file });
  const before = rowsOf(there, learnerId);
  expect(await importExport(there, { learnerId, file })).toMatchObject({ submissions: 0 });
  expect(rowsOf(there, learnerId)).toBe(before);
  const back = await fileOf(there, { learnerId, userId: null });
  const home = rowsOf(here, from.learnerId);
  await importExport(here, { learnerId: from.learnerId, file: back });
  expect(rowsOf(here, from.learnerId)).toBe(home);
});

test('two histories become one: the better result and the newer draft win, and nothing is lost', async () => {
  using here = temporaryDatabase();
  using there = temporaryDatabase();
  const from = await account(here, 'ann@example.org');
  await work(here, from.learnerId, 'from');
  const { learnerId } = await account(there, 'ann@example.org');
  const submission = { learnerId, exerciseId: 'sums', contentHash: 'v1', files };
  const june = new Date(Date.UTC(2026, 5, 1));
  await closeSubmission(
    there,
    await openSubmission(there, submission, june),
    { verdict: failed, contentHash: 'v1' },
    june,
  );
  await saveDraft(
    there,
    { learnerId, exerciseId: 'sums', file: 'solution.ts', source: 'newer', baseRevision: null },
    june,
  );
  await importExport(there, { learnerId, file: await fileOf(here, from) });
  expect(await exerciseProgressOf(there, learnerId, 'sums')).toMatchObject({
    status: 'passed',
    attempts: 3,
    hintsUsed: 1,
    lastAt: june,
    importedAt: expect.any(Date) as Date,
  });
  expect(await submissionsOf(there, learnerId, 'sums')).toHaveLength(3);
  expect(await draftsOf(there, learnerId, 'sums')).toMatchObject({ 'solution.ts': { source: 'newer' } });
  const versions = await draftVersionsOf(there, { learnerId, exerciseId: 'sums', file: 'solution.ts' });
  expect(versions.map(({ source }) => source).sort()).toEqual(['from', 'from one', 'from two']);
});

test('a pass of our own is no imported one, and passing here makes an imported one ours', async () => {
  using db = temporaryDatabase();
  const ann = await account(db, 'ann@example.org');
  await work(db, ann.learnerId, 'ann');
  const file = await fileOf(db, ann);
  await importExport(db, { learnerId: ann.learnerId, file });
  expect(await exerciseProgressOf(db, ann.learnerId, 'sums')).toMatchObject({ importedAt: null });
  const ben = await account(db, 'ben@example.org');
  await importExport(db, { learnerId: ben.learnerId, file });
  expect(await exerciseProgressOf(db, ben.learnerId, 'sums')).toMatchObject({ importedAt: expect.any(Date) as Date });
  const submission = { learnerId: ben.learnerId, exerciseId: 'sums', contentHash: 'v1', files };
  await closeSubmission(db, await openSubmission(db, submission), { verdict: passed, contentHash: 'v1' });
  expect(await exerciseProgressOf(db, ben.learnerId, 'sums')).toMatchObject({ importedAt: null });
});

test('a mock that went on elsewhere comes back with what was added there, and nothing newer is overwritten', async () => {
  using here = temporaryDatabase();
  using there = temporaryDatabase();
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
  const from = await account(here, 'ann@example.org');
  const { learnerId } = await account(there, 'ann@example.org');
  const parts: MockPart[] = ['one', 'two'].map((id) => ({
    ...{ type: 'question', id, round: 'behavioural', minutes: 15, questionId: id, form: 'star' },
  }));
  const drawn = { kind: 'behavioural', level: 'mid', language: null, seed: 'x', parts } as const;
  const { id: mockId } = await startMock(here, { learnerId: from.learnerId, ...drawn, parts }, at(0));
  const answer = (text: string) => ({ answer: { sections: { task: text }, diagram: '' } });
  const save = (db: Db, owner: string, id: string, partId: string, text: string, version: number, minute: number) =>
    saveAnswer(db, { learnerId: owner, mockId: id, partId, ...answer(text), version }, at(minute));
  await save(here, from.learnerId, mockId, 'one', 'begun', 0, 1);
  await importExport(there, { learnerId, file: await fileOf(here, from) }, at(2));
  const [imported] = await mocksOf(there, learnerId, at(2));
  await save(there, learnerId, imported!.id, 'one', 'gone on', 1, 3);
  await actOnMock(there, { learnerId, mockId: imported!.id, action: 'finish', round: 'behavioural' }, at(4));
  await save(here, from.learnerId, mockId, 'two', 'only here', 0, 5);
  const back = await fileOf(there, { learnerId, userId: null });
  await importExport(here, { learnerId: from.learnerId, file: back }, at(6));
  expect(await mocksOf(here, from.learnerId, at(6))).toHaveLength(1);
  expect([await mockOf(here, from.learnerId, mockId, at(6))]).toMatchObject([
    { id: mockId, ended: 'finished', finishedAt: at(4), answers: { one: answer('gone on'), two: answer('only here') } },
  ]);
});

test('of a mock that is open in both places, the one with more rounds begun is gone on with', async () => {
  using here = temporaryDatabase();
  using there = temporaryDatabase();
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
  const from = await account(here, 'ann@example.org');
  const { learnerId } = await account(there, 'ann@example.org');
  const parts = (['behavioural', 'api-design'] as const).map((round): MockPart => {
    return { type: 'question', id: round, round, minutes: 15, questionId: round, form: 'plain' };
  });
  const drawn = { kind: 'loop', level: 'mid', language: null, seed: 'x', parts } as const;
  const { id: mockId } = await startMock(here, { learnerId: from.learnerId, ...drawn, parts }, at(0));
  const before = await fileOf(here, from);
  await importExport(there, { learnerId, file: before }, at(1));
  const [imported] = await mocksOf(there, learnerId, at(1));
  const act = (action: 'finish' | 'begin', round: 'behavioural' | 'api-design') =>
    actOnMock(there, { learnerId, mockId: imported!.id, action, round }, at(2));
  await act('finish', 'behavioural');
  await act('begin', 'api-design');
  await importExport(
    here,
    { learnerId: from.learnerId, file: await fileOf(there, { learnerId, userId: null }) },
    at(3),
  );
  const rounds = [{ ended: 'finished' }, { startedAtMs: at(2).getTime() }];
  expect(await mockOf(here, from.learnerId, mockId, at(4))).toMatchObject({ ended: null, rounds });
  await importExport(there, { learnerId, file: before }, at(5));
  expect(await mockOf(there, learnerId, imported!.id, at(5)), 'an older file takes nothing back').toMatchObject({
    rounds,
  });
});

test('code that was never graded is kept and not graded behind one’s back', async () => {
  using here = temporaryDatabase();
  using there = temporaryDatabase();
  const from = await account(here, 'ann@example.org');
  await work(here, from.learnerId, 'ann');
  const { learnerId } = await account(there, 'ann@example.org');
  await importExport(there, { learnerId, file: await fileOf(here, from) });
  expect(await openSubmissions(there)).toEqual([]);
  expect(await submissionsOf(there, learnerId, 'open')).toMatchObject([{ verdictStatus: 'unavailable' }]);
  expect(await exerciseProgressOf(there, learnerId, 'open')).toBeNull();
});

test('an import that fails half way leaves nothing behind', async () => {
  using db = temporaryDatabase();
  const ann = await account(db, 'ann@example.org');
  await work(db, ann.learnerId, 'ann');
  const file = await fileOf(db, ann);
  const ben = await account(db, 'ben@example.org');
  const before = rowsOf(db, ben.learnerId);
  const [visit] = file.tables.visits;
  const broken = { ...file, tables: { ...file.tables, visits: [{ ...visit!, visitedAt: null as never }] } };
  await expect(importExport(db, { learnerId: ben.learnerId, file: broken })).rejects.toThrow();
  expect(rowsOf(db, ben.learnerId)).toBe(before);
  expect(db.select().from(tables.learners).all()).toHaveLength(2);
});

test('a file from before there was a table is taken, and brings none of its rows', async () => {
  using db = temporaryDatabase();
  const ann = await account(db, 'ann@example.org');
  await work(db, ann.learnerId, 'ann');
  const { stories: _stories, ...older } = (JSON.parse(await textOf(db, ann)) as Export).tables;
  const [{ lessonIds: _lessonIds, ...goal } = { lessonIds: null }] = older.goals;
  const file = { ...(JSON.parse(await textOf(db, ann)) as object), tables: { ...older, goals: [goal] } };
  expect(exportSchema.parse(file).tables).toMatchObject({ stories: [], goals: [{ days: 30, lessonIds: null }] });
});

test.each([
  [
    'a pass without a date',
    (file: Export) => ({ progress: [{ ...file.tables.progress[0]!, status: 'passed', passedAt: null }] }),
  ],
  [
    'a date next year',
    (file: Export) => ({ visits: [{ ...file.tables.visits[0]!, visitedAt: new Date(Date.now() + 9e10) }] }),
  ],
  [
    'a verdict of another shape',
    (file: Export) => ({ submissions: [{ ...file.tables.submissions[0]!, verdict: { status: 'passed' } }] }),
  ],
  [
    'a column that there is not',
    (file: Export) => ({ visits: [{ ...file.tables.visits[0]!, learnerId: 'lrn_other' }] }),
  ],
  ['a file name that leaves its folder', (file: Export) => ({ drafts: [{ ...file.tables.drafts[0]!, file: '../x' }] })],
])('%s is not believed', async (_what, change) => {
  using db = temporaryDatabase();
  const ann = await account(db, 'ann@example.org');
  await work(db, ann.learnerId, 'ann');
  const file = await fileOf(db, ann);
  const changed = JSON.parse(JSON.stringify({ ...file, tables: { ...file.tables, ...change(file) } })) as unknown;
  expect(exportSchema.safeParse(changed).success).toBe(false);
});

test('a mock that was deleted is in no file afterwards, and comes back whole from one of before', async () => {
  using db = temporaryDatabase();
  const ann = await account(db, 'ann@example.org');
  const { learnerId } = ann;
  await work(db, learnerId, 'ann');
  const before = await fileOf(db, ann);
  const [mock] = await mocksOf(db, learnerId);
  expect(await deleteMock(db, { learnerId, mockId: mock!.id })).toBe('deleted');
  const after = await fileOf(db, ann);
  const { mocks, mockAnswers, mockReviews, mockCode, mockSubmissions, submissions } = after.tables;
  expect([mocks, mockAnswers, mockReviews, mockCode, mockSubmissions]).toEqual([[], [], [], [], []]);
  expect(submissions).toEqual(before.tables.submissions);
  await importExport(db, { learnerId, file: before });
  const again = await fileOf(db, ann);
  expect(again.tables.submissions).toEqual(before.tables.submissions);
  const [back] = await mocksOf(db, learnerId);
  const { id: _id, answers: _answers, ...rest } = back!;
  expect(rest).toMatchObject({ seed: mock!.seed, ended: mock!.ended, submissions: mock!.submissions });
  expect(Object.keys(back!.reviews)).toEqual(Object.keys(mock!.reviews));
});
