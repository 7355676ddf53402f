import { beforeEach, expect, test, vi } from 'vitest';
import { dropCard, keepMemory, loadDeck } from '../../../app/review/deck-store.ts';
import type { SessionCard } from '../../../app/review/session-card.ts';
import { nobodyYet } from '#lib/for-learner';

/** One place, whose transactions wait for each other as those of a browser do; what stands outside of one does not. */
const kept = vi.hoisted(() => {
  let value: unknown;
  let last = Promise.resolve();
  return {
    get: async () => structuredClone(value),
    put: async (_store: string, given: unknown) => void (value = given),
    transaction: () => {
      const before = last;
      let end: () => void;
      const done = new Promise<void>((resolve) => {
        end = resolve;
      });
      last = done;
      const get = () => before.then(() => structuredClone(value));
      const put = async (given: unknown) => {
        value = given;
        end();
      };
      return { store: { get, put }, done };
    },
  };
});
vi.mock('idb', () => ({ openDB: async () => kept }));

const dueAt = new Date('2026-01-01T09:00:00Z');
const card = (item: string) => ({ kind: 'question', item, memory: { dueAt, state: 'new', reps: 0 } });

/** What is kept once the server does not answer. */
async function keptDeck() {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')));
  const loaded = await loadDeck(nobodyYet);
  if (loaded.status !== 'ready') throw new Error(loaded.status);
  return loaded.deck;
}

beforeEach(async () => {
  const deck = { asOf: dueAt, cards: [card('one'), card('two')], active: 2, new: 2, nextDueAt: null };
  vi.stubGlobal('fetch', async () => Response.json(deck));
  await loadDeck(nobodyYet);
  return () => vi.unstubAllGlobals();
});

test('of two cards that are rated in quick succession, both are remembered', async () => {
  const rated = (await keptDeck()).cards;
  await Promise.all(
    rated.map((one: SessionCard) => keepMemory(one, { ...one.memory, state: 'learning', reps: 1 }, nobodyYet)),
  );
  expect((await keptDeck()).cards.map(({ memory }) => memory.reps)).toEqual([1, 1]);
});

test('what is rated on a page of another learner changes nothing of the cards kept here', async () => {
  const [one] = (await keptDeck()).cards;
  await keepMemory(one!, { ...one!.memory, state: 'learning', reps: 1 }, 'lrn_another');
  expect((await keptDeck()).cards.map(({ memory }) => memory.reps)).toEqual([0, 0]);
});

test('a card that was suspended does not come up from what is kept', async () => {
  await dropCard({ kind: 'question', item: 'one' });
  expect(await keptDeck()).toMatchObject({ cards: [{ item: 'two' }], active: 1, new: 1 });
});
