import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadDeck, serverTime } from '../../../app/review/deck-store.ts';
import { nobodyYet } from '#lib/for-learner';

const serverNow = Date.UTC(2026, 0, 1, 9);
const hourMs = 3_600_000;

const card = (item: string, dueInMs: number, state: 'new' | 'learning' | 'review') => ({
  kind: 'question',
  item,
  memory: { dueAt: new Date(serverNow + dueInMs).toISOString(), state, reps: 1, lastReviewAt: null },
});
const deck = {
  asOf: new Date(serverNow).toISOString(),
  cards: [
    card('overdue', -hourMs, 'learning'),
    card('new', -1, 'new'),
    card('this evening', 8 * hourMs, 'review'),
    card('in an hour', hourMs, 'learning'),
    card('tomorrow', 30 * hourMs, 'review'),
  ],
  active: 5,
  new: 1,
  nextDueAt: null,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  // Where a browser keeps nothing, the deck is as good, until the page is closed.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each([
  ['right', 0],
  ['an hour ahead', hourMs],
  ['an hour behind', -hourMs],
  ['a year ahead', 365 * 24 * hourMs],
])('what is due goes by the server’s clock, on a device whose own is %s', async (_what, wrongMs) => {
  vi.setSystemTime(serverNow + wrongMs);
  vi.stubGlobal('fetch', async () => Response.json(deck));
  const loaded = await loadDeck(nobodyYet);
  if (loaded.status !== 'ready') throw new Error(loaded.status);
  expect(loaded.due.map(({ item }) => item)).toEqual(['overdue', 'new', 'this evening']);
  vi.setSystemTime(serverNow + wrongMs + 90_000);
  expect(serverTime(loaded.deck.aheadMs).getTime()).toBe(serverNow + 90_000);
});

test('a server that does not answer is told from one that fails', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')));
  expect(await loadDeck(nobodyYet)).toEqual({ status: 'offline' });
  vi.stubGlobal('fetch', async () => new Response(null, { status: 500 }));
  expect(await loadDeck(nobodyYet)).toEqual({ status: 'failed' });
});

test('a deck is asked for as its learner’s, and of another the page is told who is here', async () => {
  const asked: [string, string | null][] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push([path, new Headers(init.headers).get('x-underpin-learner')]);
    return path === '/api/me' ? Response.json({ learner: { kind: 'none' } }) : new Response(null, { status: 409 });
  });
  expect(await loadDeck('lrn_ann')).toEqual({ status: 'failed' });
  expect(asked).toEqual([
    ['/api/review/deck', 'lrn_ann'],
    ['/api/me', null],
  ]);
});
