import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { GET as anki } from '../../app/api/review/anki/route.ts';
import { GET as deck } from '../../app/api/review/deck/route.ts';
import { PUT as queue } from '../../app/api/review/questions/route.ts';
import { POST as rate } from '../../app/api/review/ratings/route.ts';
import { POST as answer } from '../../app/api/review/answers/route.ts';
import { PUT as changeCard } from '../../app/api/review/cards/route.ts';
import { GET as me } from '../../app/api/me/route.ts';
import { reviveDeck } from '../../app/review/deck-store.ts';
import { mergeGuest } from '#db/merge';
import { queueQuestions } from '#db/question-cards';
import { learners, reviewCards } from '#db/tables';
import { afterReview } from '#lib/review-schedule';
import { randomKey } from '#lib/random-key';
import type { Browser } from './browser.ts';
import { signedIn } from './signed-in.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./review-content.ts')).reviewContent);

const change = (browser: Browser, body: object) =>
  browser.call(queue, '/api/review/questions', { method: 'PUT', body });
const rateCard = (browser: Browser, body: object, headers: Record<string, string> = {}) =>
  browser.call(rate, '/api/review/ratings', {
    body: { question: 'sharding', rating: 'good', reps: 0, ageMs: 0, key: randomKey(), ...body },
    headers,
  });
const deckOf = async (browser: Browser) => reviveDeck(await (await browser.call(deck, '/api/review/deck')).text());
const meOf = async (browser: Browser) => (await (await browser.call(me, '/api/me')).json()) as Record<string, unknown>;

test('a question and a theme are put into the queue and taken out again, and /api/me tells', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  expect(await meOf(browser)).toMatchObject({ inReview: [], due: 0 });
  expect(await (await change(browser, { question: 'cache-aside', queued: true })).json()).toEqual({
    queued: ['cache-aside'],
  });
  await change(browser, { theme: 'database-sharding', queued: true });
  expect(await meOf(browser)).toMatchObject({
    inReview: ['cache-aside', 'shard-keys', 'sharding'],
    due: 3,
    dueByKind: { check: 0, exercise: 0, question: 3 },
  });
  await change(browser, { theme: 'database-sharding', queued: false });
  expect(await meOf(browser)).toMatchObject({ inReview: ['cache-aside'], due: 1 });
  expect((await change(browser, { question: 'nothing', queued: true })).status).toBe(404);
  expect((await change(browser, { theme: 'nothing', queued: true })).status).toBe(404);
  expect((await change(browser, { queued: true })).status).toBe(400);
});

test('the deck brings questions with their answers, in the order of their theme, and all that tells when they come back', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  expect(await deckOf(browser)).toMatchObject({ cards: [], active: 0 });
  await change(browser, { theme: 'database-sharding', queued: true });
  const { cards, active, asOf } = await deckOf(browser);
  expect(active).toBe(2);
  expect(cards).toMatchObject([
    { kind: 'question', item: 'sharding', question: { themeTitle: 'Database sharding' }, memory: { state: 'new' } },
    { kind: 'question', item: 'shard-keys' },
  ]);
  const told = afterReview('question', cards[0]!.memory, 'good', asOf);
  const { counted, dueAt } = (await (await rateCard(browser, {})).json()) as { counted: boolean; dueAt: string };
  expect(counted).toBe(true);
  expect(Math.abs(Date.parse(dueAt) - told.dueAt.getTime())).toBeLessThan(60_000);
  // What comes up within two days is brought along for somebody who goes offline.
  expect((await deckOf(browser)).cards.map(({ item, memory }) => [item, memory.state])).toEqual([
    ['sharding', 'learning'],
    ['shard-keys', 'new'],
  ]);
});

test('the deck brings what counts as due until two days are over, up to ten hours before its moment', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await change(browser, { theme: 'database-sharding', queued: true });
  const dueInHours = (itemId: string, hours: number) => {
    const dueAt = new Date(Date.now() + hours * 3_600_000);
    const set = { state: 'review', reps: 3, stability: 5, difficulty: 5, dueAt } as const;
    world.db.update(reviewCards).set(set).where(eq(reviewCards.itemId, itemId)).run();
  };
  dueInHours('sharding', 57);
  dueInHours('shard-keys', 59);
  expect((await deckOf(browser)).cards.map(({ item }) => item)).toEqual(['sharding']);
});

test('a rating that arrives twice, or from a second tab, counts once', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await change(browser, { question: 'sharding', queued: true });
  const key = randomKey();
  const counted = async (body: object) =>
    ((await (await rateCard(browser, body)).json()) as { counted: boolean }).counted;
  expect(await counted({ key })).toBe(true);
  expect(await counted({ key })).toBe(false);
  expect(await counted({ rating: 'again' })).toBe(false);
  expect(await counted({ reps: 1 })).toBe(true);
});

test('a rating that a guest had not sent counts as the account’s that they became, whose own reviews were more', async () => {
  using world = newWorld();
  const ann = await signedIn(world, 'ann@example.org');
  await change(ann, { question: 'sharding', queued: true });
  await rateCard(ann, {});
  const annId = world.db.select().from(reviewCards).all()[0]!.learnerId;
  world.db
    .update(reviewCards)
    .set({ state: 'review', dueAt: new Date(Date.now() - 3_600_000) })
    .run();
  const guest = world.newBrowser();
  await change(guest, { question: 'sharding', queued: true });
  const guestId = world.db
    .select()
    .from(learners)
    .all()
    .find(({ id }) => id !== annId)!.id;
  await mergeGuest(world.db, guestId, annId);
  const counted = async (headers: Record<string, string>) => (await rateCard(ann, {}, headers)).json();
  expect(await counted({})).toMatchObject({ counted: false });
  expect(await counted({ 'x-underpin-learner': guestId })).toMatchObject({ counted: true });
});

test('a rating is refused for a question that is not queued, of another learner, or of no shape', async () => {
  using world = newWorld();
  const [ann, ben] = [world.newBrowser(), world.newBrowser()];
  await change(ann, { question: 'sharding', queued: true });
  await change(ben, { question: 'cache-aside', queued: true });
  expect((await rateCard(ben, {})).status).toBe(404);
  const nobody = world.newBrowser();
  expect((await rateCard(nobody, {})).status).toBe(404);
  expect(world.db.select().from(learners).all()).toHaveLength(2);
  expect((await rateCard(ben, {}, { 'x-underpin-learner': 'lrn_somebody' })).status).toBe(409);
  expect((await rateCard(nobody, {}, { 'x-underpin-learner': 'lrn_somebody' })).status).toBe(409);
  expect((await rateCard(ann, { rating: 'perfect' })).status).toBe(400);
  expect((await rateCard(ann, { ageMs: 'long' })).status).toBe(400);
});

test('the cards of one learner are not given to another, nor suspended as theirs', async () => {
  using world = newWorld();
  const [ann, ben] = [world.newBrowser(), world.newBrowser()];
  await change(ann, { question: 'sharding', queued: true });
  const annId = world.db.select().from(learners).all()[0]!.id;
  await change(ben, { question: 'sharding', queued: true });
  const body = { kind: 'question', item: 'sharding', suspended: true };
  const headers = { 'x-underpin-learner': annId };
  for (const [browser, read, changed] of [
    [ben, 409, 409],
    [world.newBrowser(), 409, 409],
    [ann, 200, 204],
  ] as const) {
    expect((await browser.call(deck, '/api/review/deck', { headers })).status).toBe(read);
    expect((await browser.call(changeCard, '/api/review/cards', { method: 'PUT', body, headers })).status).toBe(
      changed,
    );
  }
  expect(await deckOf(ben)).toMatchObject({ active: 1 });
});

test('whatever age a wrong clock gives an answer, it counts from a moment that can have been', async () => {
  using world = newWorld();
  const yearMs = 365 * 86_400_000;
  for (const ageMs of [-yearMs, -3_600_000, 3_600_000, yearMs, 1e300]) {
    const browser = world.newBrowser();
    await change(browser, { question: 'sharding', queued: true });
    const { dueAt } = (await (await rateCard(browser, { ageMs })).json()) as { dueAt: string };
    const inMinutes = (Date.parse(dueAt) - Date.now()) / 60_000;
    // Four hours, less at most the twenty minutes for which a new card can have been looked at before it was added.
    expect(inMinutes, String(ageMs)).toBeGreaterThan(219);
    expect(inMinutes, String(ageMs)).toBeLessThan(241);
  }
});

test('a suspended question is out of the deck', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await change(browser, { question: 'sharding', queued: true });
  const body = { kind: 'question', item: 'sharding', suspended: true };
  expect((await browser.call(changeCard, '/api/review/cards', { method: 'PUT', body })).status).toBe(204);
  expect(await deckOf(browser)).toMatchObject({ cards: [], active: 0 });
});

test('cards of questions that this server does not have keep none from coming up, and do not count', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await change(browser, { question: 'cache-aside', queued: true });
  const learnerId = world.db.select().from(learners).all()[0]!.id;
  const gone = Array.from({ length: 120 }, (_, place) => `a-gone-${place}`);
  const hourAgo = new Date(Date.now() - 3_600_000);
  await queueQuestions(world.db, { learnerId, questionIds: gone }, hourAgo);
  const isComing = async () => {
    expect(await meOf(browser)).toMatchObject({ due: 1, dueByKind: { question: 1 } });
    const { cards, active } = await deckOf(browser);
    expect([cards.map(({ item }) => item), active]).toEqual([['cache-aside'], 1]);
  };
  await isComing();
  // As begun as one can be, and overdue.
  world.db.update(reviewCards).set({ state: 'learning', reps: 1, stability: 1, difficulty: 5 }).run();
  await isComing();
  expect(world.db.select().from(reviewCards).all()).toHaveLength(121);
});

test('the file for Anki holds a theme for everybody, and the questions of whoever asks', async () => {
  using world = newWorld({ BASE_URL: 'https://learn.example.org' });
  const browser = world.newBrowser();
  const file = async (search: string) => browser.call(anki, `/api/review/anki${search}`);
  const theme = await file('?theme=database-sharding');
  expect(theme.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(theme.headers.get('content-disposition')).toBe('attachment; filename="underpin-database-sharding.csv"');
  const text = await theme.text();
  expect(text.split('\n').slice(0, 5)).toEqual([
    '#separator:Comma',
    '#html:true',
    '#notetype:Basic',
    '#columns:Front,Back,Tags',
    '#tags column:3',
  ]);
  expect(text).toContain('"<p>What sharding is, in ""your own"" words?</p>",');
  expect(text).toContain('/learn/numbers/adding"">key</a>');
  expect(text).toContain(',underpin::database-sharding mid\r\n');
  expect((await file('?theme=nothing')).status).toBe(404);
  expect((await file('')).status).toBe(404);
  await change(browser, { question: 'cache-aside', queued: true });
  await browser.call(answer, '/api/review/answers', { body: { lesson: 'adding', check: 'first', chosen: [1] } });
  const own = await (await file('')).text();
  expect(own.match(/\r\n/g)).toHaveLength(2);
  expect(own).toContain('Cache-aside, in');
  expect(own).toContain('<li><b>Right</b>: yes <p>It is.</p></li>');
});
