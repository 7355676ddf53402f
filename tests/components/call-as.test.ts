import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forLearnerHeader } from '#lib/for-learner';

const nothing = { lessons: {}, exercises: {}, selfScores: {}, lastVisited: null };

/** Whom the server knows the browser as, and how often it was asked who that is. */
let known: string;
let asked: number;
let refusal: object | null;

beforeEach(() => {
  [known, asked, refusal] = ['lrn_ann', 0, null];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path === '/api/me') {
      asked += 1;
      return Response.json({ learner: { kind: 'account', id: known, formerly: [] }, ...nothing });
    }
    if (refusal) return Response.json(refusal, { status: 409 });
    const owner = new Headers(init.headers).get(forLearnerHeader);
    if (owner !== known) return Response.json({ code: 'other-learner', title: 'Not yours.' }, { status: 409 });
    return Response.json({ stored: true });
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A page that has just been opened, and knows who is here. */
async function openPage() {
  vi.resetModules();
  const { ownerNow, refreshMe } = await import('#components/me');
  await refreshMe();
  asked = 0;
  return { ...(await import('#components/call-as')), ownerNow };
}

const isStored = (value: unknown): value is { stored: true } => (value as { stored?: unknown }).stored === true;
const put = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' };

test('what is refused as another learner’s has the page learn who is here, before the caller goes on', async () => {
  const page = await openPage();
  known = 'lrn_ben';
  const called = await page.callAs('lrn_ann', isStored, '/api/review/questions', put);
  expect([called.ok, page.ownerNow().id, asked]).toEqual([false, 'lrn_ben', 1]);
  known = 'lrn_cy';
  const fetched = await page.fetchAs('lrn_ben', '/api/review/cards', { method: 'DELETE' });
  expect([fetched.ok, page.ownerNow().id, asked]).toEqual([false, 'lrn_cy', 2]);
});

test('what is taken, or refused for another reason, asks nobody who is here', async () => {
  const page = await openPage();
  expect(await page.callAs('lrn_ann', isStored, '/api/review/questions', put)).toEqual({
    ok: true,
    value: { stored: true },
  });
  refusal = { code: 'conflict', title: 'Newer.' };
  expect(await page.callAs('lrn_ann', isStored, '/api/review/questions', put)).toMatchObject({
    ok: false,
    problem: { code: 'conflict' },
  });
  expect((await page.fetchAs('lrn_ann', '/api/review/cards', put)).ok).toBe(false);
  expect(asked).toBe(0);
});
