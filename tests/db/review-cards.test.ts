import { expect, test } from 'vitest';
import type { Db } from '#db/client';
import { createGuest, learnerOfUser } from '#db/learners';
import { answerCheck } from '#db/lessons';
import { mergeGuest } from '#db/merge';
import { cardsOf, dueCards, dueCount, suspendCard } from '#db/review-cards';
import { closeSubmission, openSubmission } from '#db/submissions';
import { createUser } from '#db/users';
import { afterReview, gradedAt } from '#lib/review-schedule';
import type { Verdict } from '#lib/verdict';
import { temporaryDatabase } from './temporary-database.ts';
import { errored, failed, passed, unavailable } from './verdicts.ts';

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 0, 1 + day, hour));

async function submit(db: Db, learnerId: string, verdict: Verdict, when: Date) {
  const files = { 'solution.ts': 'x' };
  const id = await openSubmission(db, { learnerId, exerciseId: 'sums', contentHash: 'v1', files }, when);
  await closeSubmission(db, id, { verdict, contentHash: 'v1' }, when);
}

function answer(db: Db, learnerId: string, correct: boolean, when: Date) {
  return answerCheck(db, { learnerId, lessonId: 'adding', checkId: 'carry', correct }, when);
}

test('what was right at once makes no card, nor does a verdict that is our fault', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  await answer(db, learner, true, at(0));
  await submit(db, learner, passed, at(0));
  await submit(db, learner, unavailable, at(0));
  expect(await cardsOf(db, learner)).toEqual([]);
});

test('a missed question comes back hours later and is rated by its answer', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  const missed = await answer(db, learner, false, at(0));
  expect(missed).toMatchObject({ kind: 'check', itemId: 'adding/carry', reps: 1, lapses: 0, dueAt: at(0, 13) });
  expect(await dueCount(db, learner, at(0, 12))).toBe(0);
  expect(await dueCount(db, learner, at(0, 13))).toBe(1);
  const right = await answer(db, learner, true, at(1));
  expect(right).toMatchObject(afterReview('check', missed, 'good', at(1)));
  expect(await dueCount(db, learner, at(1, 10))).toBe(0);
});

test('an answer between two reviews changes nothing: the explanation has just been read', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  const missed = await answer(db, learner, false, at(0));
  expect(await answer(db, learner, true, at(0, 10))).toEqual(missed);
  expect(await answer(db, learner, false, at(0, 11))).toEqual(missed);
});

test('an answer given offline counts from when it was given, and changes nothing if that was between two reviews', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  const missed = await answer(db, learner, false, at(0));
  const late = (ageMs: number, when: Date) =>
    answerCheck(db, { learnerId: learner, lessonId: 'adding', checkId: 'carry', correct: true, ageMs }, when);
  const hourMs = 3_600_000;
  // Given at ten, an hour after the miss, and told in the evening when the card is due.
  expect(await late(10 * hourMs, at(0, 20))).toEqual(missed);
  expect(await late(5 * hourMs, at(0, 20))).toMatchObject(afterReview('check', missed, 'good', at(0, 15)));
  // By a clock that was set back since, it would lie in the future; by one set ahead, before the last review.
  const reviewed = await late(-400 * 24 * hourMs, at(3));
  expect(reviewed?.lastReviewAt).toEqual(at(3));
  expect((await late(400 * 24 * hourMs, at(30)))?.lastReviewAt).toEqual(at(3));
});

test.each([
  ['five hours ago', 5, at(29, 28)],
  ['in the future', -400 * 24, at(30)],
  ['longer ago than anything waits', 400 * 24, at(0)],
  ['before there was time', 1e300, at(0)],
])('a miss that makes a card counts from when it was given, %s by its clock', async (_what, ageHours, given) => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  const miss = { learnerId: learner, lessonId: 'adding', checkId: 'carry', correct: false };
  const made = await answerCheck(db, { ...miss, ageMs: ageHours * 3_600_000 }, at(30));
  expect(made).toMatchObject({ ...afterReview('check', null, 'again', given), createdAt: given });
});

test('an answer to a card without reviews does not count from before the card was made', () => {
  const card = { lastReviewAt: null, createdAt: at(3) };
  expect(gradedAt(card, 10 * 24 * 3_600_000, at(5))).toEqual(at(3));
  expect(gradedAt(card, 1e300, at(60))).toEqual(at(30));
});

test('an answer that is sent again under its key counts once', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  const clientKey = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const send = (when: Date) =>
    answerCheck(db, { learnerId: learner, lessonId: 'adding', checkId: 'carry', correct: false, clientKey }, when);
  expect(await send(at(0))).not.toBeNull();
  expect(await send(at(2))).toBeNull();
  expect(await cardsOf(db, learner)).toMatchObject([{ reps: 1 }]);
  expect(db.$client.prepare('select count(*) as answers from check_answers').get()).toEqual({ answers: 1 });
});

test('an exercise failed and then passed is due later, with the pass rated as hard', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  await submit(db, learner, errored, at(0));
  const [failing] = await cardsOf(db, learner);
  expect(failing).toMatchObject({ kind: 'exercise', itemId: 'sums', failing: true, dueAt: at(0, 13) });
  await submit(db, learner, failed, at(0, 10));
  expect(await cardsOf(db, learner)).toEqual([failing]);
  await submit(db, learner, passed, at(0, 11));
  const [mended] = await cardsOf(db, learner);
  expect(mended).toMatchObject({ ...afterReview('exercise', failing!, 'hard', at(0, 11)), failing: false });
  await submit(db, learner, passed, at(0, 12));
  expect(await cardsOf(db, learner)).toEqual([mended]);
});

test('a due exercise is good at the first try, again when it fails, and hard when mended afterwards', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  await submit(db, learner, failed, at(0));
  const [first] = await cardsOf(db, learner);
  await submit(db, learner, passed, at(3));
  const [good] = await cardsOf(db, learner);
  expect(good).toMatchObject({ ...afterReview('exercise', first!, 'good', at(3)), failing: false });
  await submit(db, learner, failed, at(60));
  const [again] = await cardsOf(db, learner);
  expect(again).toMatchObject({ ...afterReview('exercise', good!, 'again', at(60)), failing: true, lapses: 1 });
  await submit(db, learner, passed, at(60, 10));
  expect(await cardsOf(db, learner)).toMatchObject([afterReview('exercise', again!, 'hard', at(60, 10))]);
});

test('a suspended card neither comes up nor learns until it is taken back', async () => {
  using db = temporaryDatabase();
  const learner = await createGuest(db, 'token');
  await answer(db, learner, false, at(0));
  const key = { learnerId: learner, kind: 'check' as const, itemId: 'adding/carry' };
  expect(await suspendCard(db, key, true, at(0))).toBe(true);
  expect(await dueCards(db, learner, at(5))).toEqual([]);
  expect(await answer(db, learner, true, at(5))).toMatchObject({ reps: 1, suspendedAt: at(0) });
  expect(await suspendCard(db, key, false)).toBe(true);
  expect(await dueCards(db, learner, at(5))).toHaveLength(1);
  expect(await suspendCard(db, { ...key, itemId: 'nothing' }, true)).toBe(false);
  expect(await suspendCard(db, { ...key, learnerId: 'somebody-else' }, true)).toBe(false);
});

test('the cards of a guest move to the account, and the one reviewed last wins', async () => {
  using db = temporaryDatabase();
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  const account = await learnerOfUser(db, user!.id);
  const guest = await createGuest(db, 'token');
  await submit(db, guest, failed, at(0));
  await answer(db, account, false, at(0));
  await answer(db, guest, false, at(0));
  await answer(db, guest, true, at(2));
  const theirs = (await cardsOf(db, guest)).find(({ kind }) => kind === 'check');
  await mergeGuest(db, guest, account);
  const cards = await cardsOf(db, account);
  expect(cards).toHaveLength(2);
  expect(cards.find(({ kind }) => kind === 'check')).toEqual({ ...theirs, learnerId: account });
  expect(await cardsOf(db, guest)).toEqual([]);
});
