import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { createGuest, learnerOfUser } from '#db/learners';
import { mergeGuest } from '#db/merge';
import { saveAnswer, saveSelfReview } from '#db/mock-answers';
import { mockCodeOf, saveMockCode } from '#db/mock-code';
import { actOnMock, deleteMock, mockOf, mockRowsOf, mocksOf, startMock } from '#db/mocks';
import { closeSubmission, openSubmissionOnce } from '#db/submissions';
import { createUser, deleteUser } from '#db/users';
import * as tables from '#db/tables';
import type { MockPart } from '#lib/mock';
import { temporaryDatabase } from './temporary-database.ts';
import { passed } from './verdicts.ts';

const parts: MockPart[] = [
  { type: 'question', id: 'asked', round: 'api-design', minutes: 25, questionId: 'paging', form: 'api' },
  { type: 'exercise', id: 'built', round: 'api-design', minutes: 20, exerciseId: 'shop' },
];
const drawn = { kind: 'api-design', level: 'mid', language: null, seed: 'seed', parts } as const;
const at = (minutes: number, seconds = 0) => new Date(Date.UTC(2026, 0, 1, 12, minutes, seconds));
const answer = (data: string) => ({ sections: { data }, diagram: '' });

async function begun(db: Db, learnerId: string) {
  const { id: mockId } = await startMock(db, { learnerId, ...drawn, parts }, at(0));
  return { learnerId, mockId };
}

async function guestWithMock(db: Db) {
  return begun(db, await createGuest(db, 'token'));
}

test('a second mock does not begin while one is open, and does once its time is over', async () => {
  using db = temporaryDatabase();
  const { learnerId, mockId } = await guestWithMock(db);
  const again = (minute: number) => startMock(db, { learnerId, ...drawn, parts }, at(minute));
  expect(await again(44)).toEqual({ outcome: 'open', id: mockId });
  expect(await again(45)).toMatchObject({ outcome: 'started' });
  expect((await mockRowsOf(db, learnerId, at(46))).map(({ ended }) => ended)).toEqual([null, 'timed-out']);
});

test('a mock whose time is over has ended at that moment, though nobody looked', async () => {
  using db = temporaryDatabase();
  const { learnerId, mockId } = await guestWithMock(db);
  expect(await mockOf(db, learnerId, mockId, at(600))).toMatchObject({ ended: 'timed-out', finishedAt: at(45) });
});

test('reading a mock writes nothing', async () => {
  using db = temporaryDatabase();
  const { learnerId, mockId } = await guestWithMock(db);
  const before = db.select().from(tables.mocks).all();
  await mockOf(db, learnerId, mockId, at(600));
  await mocksOf(db, learnerId, at(600));
  expect(db.select().from(tables.mocks).all()).toEqual(before);
});

test('a list of mocks says which parts have an answer and reads none of them', async () => {
  using db = temporaryDatabase();
  const { learnerId, mockId } = await guestWithMock(db);
  await saveAnswer(db, { learnerId, mockId, partId: 'asked', answer: answer('long'), version: 0 }, at(1));
  const [listed] = await mocksOf(db, learnerId, at(2));
  expect(Object.keys(listed!.answers)).toEqual(['asked']);
  expect(JSON.stringify(listed)).not.toContain('long');
});

test('an answer is saved on top of the version that its device saw, and on top of no other', async () => {
  using db = temporaryDatabase();
  const part = { ...(await guestWithMock(db)), partId: 'asked' };
  const save = (data: string, version: number) => saveAnswer(db, { ...part, answer: answer(data), version }, at(1));
  expect(await save('one', 0)).toMatchObject({ outcome: 'saved', version: 1 });
  expect(await save('two', 1)).toMatchObject({ outcome: 'saved', version: 2 });
  expect(await save('other device', 1)).toMatchObject({ outcome: 'conflict', current: { answer: answer('two') } });
  expect(await save('two', 1), 'sent twice').toMatchObject({ outcome: 'saved', version: 2 });
  expect((await mockOf(db, part.learnerId, part.mockId, at(2)))?.answers.asked).toMatchObject({ version: 2 });
});

test('an answer that arrives a moment late counts, a later one is refused, and what was saved stays', async () => {
  using db = temporaryDatabase();
  const part = { ...(await guestWithMock(db)), partId: 'asked' };
  const save = (data: string, version: number, now: Date) =>
    saveAnswer(db, { ...part, answer: answer(data), version }, now);
  expect(await save('in time', 0, at(45, 9))).toMatchObject({ outcome: 'saved' });
  expect(await save('too late', 1, at(45, 11))).toEqual({ outcome: 'refused', state: 'closed' });
  const mock = await mockOf(db, part.learnerId, part.mockId, at(46));
  expect(mock?.answers.asked).toMatchObject({ answer: answer('in time') });
});

test('a pause moves the end of a round, and what is written meanwhile is kept', async () => {
  using db = temporaryDatabase();
  const { learnerId, mockId } = await guestWithMock(db);
  const act = (action: 'pause' | 'resume', now: Date) =>
    actOnMock(db, { learnerId, mockId, action, round: 'api-design' }, now);
  await act('pause', at(10));
  expect(
    await saveAnswer(db, { learnerId, mockId, partId: 'asked', answer: answer('x'), version: 0 }, at(11)),
  ).toMatchObject({ outcome: 'saved' });
  await act('resume', at(30));
  expect((await mockOf(db, learnerId, mockId, at(64)))?.ended).toBeNull();
  expect((await mockOf(db, learnerId, mockId, at(65)))?.finishedAt).toEqual(at(65));
});

test('a round of a day does not run before it is begun, and takes nothing', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const day: MockPart[] = [
    { type: 'exercise', id: 'sql', round: 'sql', minutes: 30, exerciseId: 'shop' },
    { type: 'question', id: 'told', round: 'behavioural', minutes: 10, questionId: 'conflict', form: 'star' },
  ];
  const { id: mockId } = await startMock(db, { learnerId, ...drawn, kind: 'loop', parts: day }, at(0));
  const write = (minute: number) =>
    saveAnswer(db, { learnerId, mockId, partId: 'told', answer: answer('x'), version: 0 }, at(minute));
  expect(await write(1)).toEqual({ outcome: 'refused', state: 'not-begun' });
  expect((await mockOf(db, learnerId, mockId, at(500)))?.ended, 'in the break').toBeNull();
  await actOnMock(db, { learnerId, mockId, action: 'begin', round: 'behavioural' }, at(500));
  expect(await write(501)).toMatchObject({ outcome: 'saved' });
  expect(await mockOf(db, learnerId, mockId, at(530))).toMatchObject({ ended: 'timed-out', finishedAt: at(530) });
});

test('one rates oneself once the round has ended, not before', async () => {
  using db = temporaryDatabase();
  const { learnerId, mockId } = await guestWithMock(db);
  const review = { points: ['met' as const], flags: [], note: '' };
  const rate = (partId: string, version: number, note = '') =>
    saveSelfReview(db, { learnerId, mockId, partId, review: { ...review, note }, version }, at(5));
  expect(await rate('asked', 0)).toEqual({ outcome: 'refused', state: 'open' });
  await actOnMock(db, { learnerId, mockId, action: 'finish', round: 'api-design' }, at(4));
  expect(await rate('asked', 0)).toMatchObject({ outcome: 'saved', version: 1 });
  expect(await rate('asked', 0, 'other tab')).toMatchObject({ outcome: 'conflict', current: { review } });
  expect(await rate('built', 0)).toEqual({ outcome: 'not-found' });
});

test('a round that never began has nothing to rate, though its mock is over', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const later: MockPart = { ...parts[0]!, id: 'told', round: 'behavioural' };
  const day = { learnerId, ...drawn, kind: 'loop' as const, parts: [...parts, later] };
  const { id: mockId } = await startMock(db, day, at(0));
  await actOnMock(db, { learnerId, mockId, action: 'leave', round: 'api-design' }, at(4));
  const review = { points: ['met' as const], flags: [], note: '' };
  expect(await saveSelfReview(db, { learnerId, mockId, partId: 'told', review, version: 0 }, at(5))).toEqual({
    outcome: 'refused',
    state: 'not-begun',
  });
});

test('the code of a mock is kept by part and file, and two devices do not overwrite each other', async () => {
  using db = temporaryDatabase();
  const part = { ...(await guestWithMock(db)), partId: 'built' };
  const save = (source: string, baseRevision: number | null, now = at(1)) =>
    saveMockCode(db, { ...part, file: 'solution.ts', source, baseRevision }, now);
  expect(await save('one', null)).toMatchObject({ outcome: 'saved', saved: { revision: 1 } });
  expect(await save('two', 1)).toMatchObject({ outcome: 'saved', saved: { revision: 2 } });
  expect(await save('other', 1)).toMatchObject({ outcome: 'conflict', current: { source: 'two' } });
  expect(await save('late', 2, at(46))).toEqual({ outcome: 'refused', state: 'closed' });
  expect(await mockCodeOf(db, part)).toMatchObject({ 'solution.ts': { source: 'two' } });
});

test('nobody reads or changes the mock of somebody else', async () => {
  using db = temporaryDatabase();
  const { learnerId, mockId } = await guestWithMock(db);
  const other = await createGuest(db, 'other');
  const part = { learnerId: other, mockId, partId: 'asked' };
  expect(await mockOf(db, other, mockId, at(1))).toBeNull();
  expect(await saveAnswer(db, { ...part, answer: answer('x'), version: 0 }, at(1))).toEqual({ outcome: 'not-found' });
  expect(await actOnMock(db, { ...part, action: 'finish', round: 'api-design' }, at(1))).toBeNull();
  expect(await mockOf(db, learnerId, mockId, at(2))).toMatchObject({ ended: null, answers: {} });
});

test('a submission is linked to its part, once however often it is sent', async () => {
  using db = temporaryDatabase();
  const { learnerId, mockId } = await guestWithMock(db);
  const files = { 'solution.ts': 'x' };
  const sent = { learnerId, exerciseId: 'shop', contentHash: 'v1', files, clientKey: 'key' };
  const open = () => openSubmissionOnce(db, { ...sent, mock: { mockId, partId: 'built' } }, at(3));
  const id = await open();
  expect(await open()).toBeNull();
  await closeSubmission(db, id!, { verdict: passed, contentHash: 'v1' }, at(3));
  const mock = await mockOf(db, learnerId, mockId, at(4));
  expect(mock?.submissions).toMatchObject([{ id, partId: 'built', verdictStatus: 'passed' }]);
});

test('a mock goes with its guest into an account, and with the account out of the database', async () => {
  using db = temporaryDatabase();
  const { learnerId: guest, mockId } = await guestWithMock(db);
  const part = { learnerId: guest, mockId, partId: 'asked' };
  await saveAnswer(db, { ...part, answer: answer('mine'), version: 0 }, at(1));
  await saveMockCode(db, { ...part, partId: 'built', file: 'solution.ts', source: 'x', baseRevision: null }, at(1));
  const files = { 'solution.ts': 'x' };
  const sent = { learnerId: guest, exerciseId: 'shop', contentHash: 'v1', files, clientKey: 'key' };
  await openSubmissionOnce(db, { ...sent, mock: { mockId, partId: 'built' } }, at(1));
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  const account = await learnerOfUser(db, user!.id);
  await mergeGuest(db, guest, account);
  const mock = await mockOf(db, account, mockId, at(2));
  expect(mock).toMatchObject({ id: mockId, answers: { asked: { answer: answer('mine') } }, submissions: [{}] });
  expect(await mockCodeOf(db, { ...part, learnerId: account, partId: 'built' })).toHaveProperty(['solution.ts']);
  await deleteUser(db, user!.id);
  const { mocks, mockAnswers, mockCode, mockSubmissions } = tables;
  for (const table of [mocks, mockAnswers, mockCode, mockSubmissions]) {
    expect(db.select().from(table).all()).toEqual([]);
  }
});

test('a mock that is over can be deleted by its learner alone, with all but what was handed in', async () => {
  using db = temporaryDatabase();
  const of = await guestWithMock(db);
  await saveAnswer(db, { ...of, partId: 'asked', answer: answer('mine'), version: 0 }, at(1));
  await saveMockCode(db, { ...of, partId: 'built', file: 'solution.ts', source: 'x', baseRevision: null }, at(1));
  const sent = { exerciseId: 'shop', contentHash: 'v1', files: { 'solution.ts': 'x' }, clientKey: 'key' };
  const place = { mockId: of.mockId, partId: 'built' };
  await openSubmissionOnce(db, { learnerId: of.learnerId, ...sent, mock: place }, at(1));
  expect(await deleteMock(db, of, at(44))).toBe('open');
  // Its time is over, though nobody has looked.
  await saveSelfReview(
    db,
    { ...of, partId: 'asked', review: { points: [], flags: [], note: 'mine' }, version: 0 },
    at(50),
  );
  expect(await deleteMock(db, { ...of, learnerId: await createGuest(db, 'another') }, at(50))).toBe('not-found');
  expect(await deleteMock(db, of, at(50))).toBe('deleted');
  expect(await deleteMock(db, of, at(50))).toBe('not-found');
  const { mocks, mockAnswers, mockReviews, mockCode, mockSubmissions } = tables;
  for (const table of [mocks, mockAnswers, mockReviews, mockCode, mockSubmissions]) {
    expect(db.select().from(table).all()).toEqual([]);
  }
  expect(db.select().from(tables.submissions).all()).toHaveLength(1);
});
