import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forLearnerHeader } from '#lib/for-learner';
import type { Letter } from '#lib/outbox/letter';
import { outbox } from '#lib/outbox/outbox';
import { sendLetter } from '#lib/outbox/send';

const nothing = { lessons: {}, exercises: {}, selfScores: {}, lastVisited: null };
const guest = { learner: { kind: 'guest', id: 'lrn_guest' }, ...nothing };
const account = (id: string, formerly: string[]) => ({ learner: { kind: 'account', id, formerly }, ...nothing });
const nobody = { learner: {}, ...nothing };
const ann = account('lrn_ann', ['lrn_guest']);
const rating = { kind: 'rating', question: 'sharding', rating: 'good', reps: 0 } as const;

/** What the browser keeps, whom the server knows it as, and what it took as whose. */
let kept: Map<string, Letter>;
let known: { learner: { id?: string; formerly?: string[] } };
let taken: { key: string; owner: string | null }[];
/** Who is known once a request has been refused. */
let afterRefusal: typeof known | null;

vi.mock('#lib/outbox/here', () => ({
  outboxHere: (owner: () => { id: string; formerly: string[] }) =>
    outbox({
      owner,
      send: sendLetter,
      takeTurn: (_name, inTurn) => inTurn(),
      storage: {
        all: async () => structuredClone([...kept.values()]),
        put: async (letter) => void kept.set(letter.key, letter),
        remove: async (key) => void kept.delete(key),
      },
    }),
}));

beforeEach(() => {
  [kept, known, taken, afterRefusal] = [new Map(), guest, [], null];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path === '/api/me') return Response.json(known);
    const owner = new Headers(init.headers).get(forLearnerHeader);
    const { id, formerly = [] } = known.learner;
    if (owner !== id && !formerly.includes(owner ?? '')) {
      known = afterRefusal ?? known;
      return Response.json({ code: 'other-learner', title: 'Not yours.' }, { status: 409 });
    }
    taken.push({ key: (JSON.parse(init.body as string) as { key: string }).key, owner });
    return Response.json({});
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A page that has just been opened by whom the server knows. */
async function openPage() {
  vi.resetModules();
  const { ownerNow, refreshMe } = await import('#components/me');
  await refreshMe();
  return { ...(await import('#components/tell-server')), ownerNow, refreshMe };
}

test('what a guest does while they sign in elsewhere is sent again as the account’s that they have become', async () => {
  const page = await openPage();
  // The sign-in has ended the guest, and its answer is on its way to the browser.
  known = nobody;
  afterRefusal = ann;
  expect(await page.tellServer(rating)).toBe('stored');
  expect(page.ownerNow().id).toBe('lrn_ann');
  expect(taken).toEqual([{ key: expect.any(String) as string, owner: 'lrn_guest' }]);
  expect(kept.size).toBe(0);
});

test('where the sign-in is not complete it waits for it, and nobody else has it meanwhile', async () => {
  const page = await openPage();
  known = nobody;
  expect(await page.tellServer(rating)).toBe('kept');
  known = account('lrn_ben', []);
  await page.refreshMe();
  expect(await page.tellServer({ ...rating, reps: 3 }, 'lrn_guest'), 'from the page of before').toBe('kept');
  expect(taken).toEqual([]);
  expect([...kept.values()]).toMatchObject([
    { owner: 'lrn_guest', work: { ...rating, reps: 0 } },
    { owner: 'lrn_guest', work: { reps: 3 } },
  ]);
  known = ann;
  await page.refreshMe();
  const after = await openPage();
  expect(await after.tellServer({ ...rating, question: 'caching' })).toBe('stored');
  const { outboxHere } = await import('#lib/outbox/here');
  await outboxHere(after.ownerNow).flush();
  expect(taken.map(({ owner }) => owner)).toEqual(['lrn_ann', 'lrn_guest', 'lrn_guest']);
});

test('what the server does not take for another reason is said at once', async () => {
  const page = await openPage();
  vi.stubGlobal('fetch', async () => Response.json({ code: 'not-found' }, { status: 404 }));
  await expect(page.tellServer(rating)).rejects.toThrow('404');
  expect(kept.size).toBe(0);
});
