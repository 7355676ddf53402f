import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nobodyYet } from '#lib/for-learner';

const nothing = { lessons: {}, exercises: {}, selfScores: {}, lastVisited: null };
const asGuest = { learner: { kind: 'guest', id: 'lrn_guest' }, ...nothing };
const asAnn = {
  learner: { kind: 'account', id: 'lrn_ann', email: 'ann@example.org', name: null, formerly: ['lrn_guest'] },
  ...nothing,
};

/** What one browser keeps, and what its server says; null when nothing answers. */
let entries: Map<string, string>;
let answer: object | null;

beforeEach(() => {
  entries = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => entries.set(key, value),
  });
  vi.stubGlobal('fetch', async () => {
    if (!answer) throw new TypeError('offline');
    return Response.json(answer);
  });
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A page that has just been opened. */
async function openPage() {
  vi.resetModules();
  return import('#components/me');
}

test('before the first answer work belongs to whom the browser was last known as', async () => {
  const before = await openPage();
  expect(before.ownerNow()).toEqual({ id: nobodyYet, formerly: [] });
  answer = asAnn;
  await before.refreshMe();
  const page = await openPage();
  expect(page.ownerNow()).toEqual({ id: 'lrn_ann', formerly: ['lrn_guest'] });
  answer = { learner: { kind: 'none' }, ...nothing };
  await page.refreshMe();
  expect((await openPage()).ownerNow().id).toBe(nobodyYet);
});

test('a copy of another build is not shown, but still says whose the browser is', async () => {
  answer = asGuest;
  await (await openPage()).refreshMe();
  entries.set('underpin:me', entries.get('underpin:me')!.replace('development', 'another build'));
  answer = null;
  const page = await openPage();
  await page.refreshMe();
  expect(page.ownerNow().id).toBe('lrn_guest');
});

test('what was just done shows at once and without a connection after a reload', async () => {
  answer = asGuest;
  const page = await openPage();
  await page.refreshMe();
  page.assumeMe((me) => ({ ...me, lessons: { joins: { doneAt: '2026-01-01T00:00:00Z', checks: {} } } }));
  const kept = JSON.parse(entries.get('underpin:me')!) as { me: { lessons: object } };
  expect(kept.me.lessons).toHaveProperty('joins');
});
