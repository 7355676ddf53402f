import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nobodyYet } from '#lib/for-learner';
import type { Letter, Sent, TakeTurn, Work } from '#lib/outbox/letter';
import { outbox } from '#lib/outbox/outbox';
import { requestOf, sentOf } from '#lib/outbox/send';
import { failed, passed } from '../db/verdicts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const submission = (source: string, exercise = 'sums'): Work & { kind: 'submission' } => ({
  kind: 'submission',
  exercise,
  title: 'Sums',
  files: { 'solution.ts': source },
});
const rating = (reps: number) => ({ kind: 'rating', question: 'sharding', rating: 'good', reps }) as const;
const offline: Sent = { type: 'later', retryAfterMs: null, isOffline: true };

/** One browser: what it keeps outlives its pages, and a server that counts each key once. */
function newBrowser() {
  const kept = new Map<string, Letter>();
  const turns = new Set<string>();
  const world = {
    kept,
    owner: { id: 'lrn_ann', formerly: [] as string[] },
    answer: null as Sent | null,
    /** What arrived, in order, and what counted. */
    arrived: [] as string[],
    counted: new Map<string, string>(),
    blocked: false,
    beforeAnswer: () => Promise.resolve(),
  };
  const takeTurn: TakeTurn = async (name, inTurn) => {
    if (turns.has(name)) return null;
    turns.add(name);
    return inTurn().finally(() => turns.delete(name));
  };
  const openPage = () =>
    outbox({
      owner: () => world.owner,
      takeTurn,
      storage: {
        all: async () => structuredClone([...kept.values()]),
        put: async (letter) => {
          if (world.blocked) throw new DOMException('no room', 'QuotaExceededError');
          kept.set(letter.key, letter);
        },
        remove: async (key) => void kept.delete(key),
      },
      send: async ({ key, owner, work }) => {
        world.arrived.push(key);
        await world.beforeAnswer();
        const isTheirs = owner === world.owner.id || owner === nobodyYet || world.owner.formerly.includes(owner);
        if (!isTheirs) return { type: 'sign-in' };
        if (world.answer) return world.answer;
        world.counted.set(key, owner);
        return { type: 'done', verdict: work.kind === 'submission' ? passed : null };
      },
    });
  return Object.assign(world, { openPage });
}

const ann = (key: string) => ({ key, owner: 'lrn_ann' });

test('what was handed in offline waits, is sent once the server answers, and its verdict waits to be seen', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  browser.answer = offline;
  await page.add(submission('a'), ann('k1'));
  await page.flush();
  expect(page.snapshot()).toMatchObject({ waiting: [{ key: 'k1' }], isOffline: true });
  browser.answer = null;
  await page.flush();
  expect(page.snapshot()).toMatchObject({ waiting: [], isOffline: false });
  expect(page.snapshot().answered).toMatchObject([{ key: 'k1', outcome: { type: 'verdict', verdict: passed } }]);
  await page.flush();
  expect(browser.counted.size).toBe(1);
  await page.remove('k1');
  expect(browser.kept.size).toBe(0);
});

test('it tries again by itself, later each time, and never more than five minutes later', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  browser.answer = offline;
  await page.add(submission('a'), ann('k1'));
  await page.flush();
  await vi.advanceTimersByTimeAsync(5000);
  expect(browser.arrived).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(browser.arrived).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(browser.arrived).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(3_600_000);
  const before = browser.arrived.length;
  await vi.advanceTimersByTimeAsync(300_000);
  expect(browser.arrived.length).toBe(before + 1);
});

test('a server that asks for time is given it', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  browser.answer = { type: 'later', retryAfterMs: 40_000, isOffline: false };
  await page.add(submission('a'), ann('k1'));
  await page.flush();
  await vi.advanceTimersByTimeAsync(39_000);
  expect(browser.arrived).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(browser.arrived).toHaveLength(2);
});

test('what was done first is sent first, and a failure does not let the later overtake', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  await page.add({ kind: 'lesson', lesson: 'adding', done: true }, ann('k1'));
  vi.advanceTimersByTime(1);
  await page.add({ kind: 'lesson', lesson: 'adding', done: false }, ann('k2'));
  browser.answer = offline;
  await page.flush();
  expect(browser.arrived).toEqual(['k1']);
  browser.answer = null;
  await page.flush();
  expect(browser.arrived).toEqual(['k1', 'k1', 'k2']);
  expect(page.snapshot()).toMatchObject({ waiting: [], answered: [] });
});

test('of two tabs one sends', async () => {
  const browser = newBrowser();
  const [one, two] = [browser.openPage(), browser.openPage()];
  await one.add(submission('a'), ann('k1'));
  await Promise.all([one.flush(), two.flush()]);
  expect(browser.arrived).toEqual(['k1']);
});

test('what is done in one tab while another is sending is sent too', async () => {
  const browser = newBrowser();
  const [one, two] = [browser.openPage(), browser.openPage()];
  await one.add(submission('a'), ann('k1'));
  browser.beforeAnswer = async () => {
    browser.beforeAnswer = () => Promise.resolve();
    await two.add(submission('b', 'queues'), ann('k2'));
    await two.flush();
  };
  await one.flush();
  expect(browser.arrived).toEqual(['k1', 'k2']);
  await vi.advanceTimersByTimeAsync(5000);
  expect(browser.arrived).toEqual(['k1', 'k2']);
});

test('what waits outlives the page: another one sends it', async () => {
  const browser = newBrowser();
  browser.answer = offline;
  const page = browser.openPage();
  await page.add(submission('a'), ann('k1'));
  await page.flush();
  browser.answer = null;
  const next = browser.openPage();
  await next.flush();
  expect(next.snapshot().answered).toHaveLength(1);
});

test('work of one learner is not sent while another is signed in, nor shown as theirs', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  await page.add(submission('a'), ann('k1'));
  browser.owner = { id: 'lrn_ben', formerly: [] };
  await page.flush();
  expect(browser.arrived).toEqual([]);
  expect(page.snapshot()).toMatchObject({ waiting: [], othersCount: 1 });
  browser.owner = { id: nobodyYet, formerly: [] };
  await page.flush();
  expect(browser.arrived).toEqual([]);
  browser.owner = { id: 'lrn_ann', formerly: [] };
  await page.flush();
  expect([...browser.counted]).toEqual([['k1', 'lrn_ann']]);
});

test('what a guest did is sent by the account that the guest became, and what nobody did yet by whoever comes next', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  await page.add(submission('a'), { key: 'k1', owner: 'lrn_guest' });
  await page.add(submission('b', 'queues'), { key: 'k2', owner: nobodyYet });
  browser.owner = { id: 'lrn_ann', formerly: ['lrn_guest'] };
  await page.flush();
  expect([...browser.counted.keys()].sort()).toEqual(['k1', 'k2']);
});

test('a sign-in that changes between looking and sending is the server’s to refuse; the letter stays', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  await page.add(submission('a'), ann('k1'));
  browser.beforeAnswer = async () => void (browser.owner = { id: 'lrn_ben', formerly: [] });
  await page.flush();
  expect(browser.counted.size).toBe(0);
  expect(browser.kept.has('k1')).toBe(true);
});

test('taken back before it was sent, it is never sent', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  browser.answer = offline;
  await page.add(submission('a'), ann('k1'));
  await page.flush();
  await page.remove('k1');
  browser.answer = null;
  await page.flush();
  expect(browser.counted.size).toBe(0);
});

test('taken back while it is under way, its verdict is announced to nobody', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  await page.add(submission('a'), ann('k1'));
  browser.beforeAnswer = () => page.remove('k1');
  await page.flush();
  expect(page.snapshot()).toMatchObject({ waiting: [], answered: [] });
});

test('a submission that the server refuses is told to the learner, and stops nothing behind it', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  const problem = { code: 'unknown-exercise', status: 404, detail: '', retryAfterMs: null, body: undefined };
  await page.add(submission('a'), ann('k1'));
  browser.answer = { type: 'refused', problem };
  await page.flush();
  expect(page.snapshot().answered).toMatchObject([{ key: 'k1', outcome: { type: 'refused', problem } }]);
});

test('what a page sends itself is left to it as long as it lives', async () => {
  const browser = newBrowser();
  const [one, two] = [browser.openPage(), browser.openPage()];
  const release = await one.hold(submission('a'), ann('k1'));
  await two.flush();
  expect(browser.arrived).toEqual([]);
  release();
  await vi.advanceTimersByTimeAsync(0);
  await two.flush();
  expect(browser.arrived).toEqual(['k1']);
});

test('a newer submission of the same exercise takes the place of one that still waits', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  (await page.hold(submission('old'), ann('k1')))();
  (await page.hold(submission('of another exercise', 'queues'), ann('k2')))();
  (await page.hold(submission('new'), ann('k3')))();
  expect([...browser.kept.keys()]).toEqual(['k2', 'k3']);
});

test('a browser that keeps nothing says so, and the page can go on without', async () => {
  const browser = newBrowser();
  browser.blocked = true;
  await expect(browser.openPage().hold(submission('a'), ann('k1'))).rejects.toThrow('no room');
});

test('what nobody has come back for in two months is dropped, and one’s own is sent however old it looks', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  await page.add(submission('a'), { key: 'k1', owner: 'lrn_gone' });
  await page.add(submission('b', 'queues'), ann('k2'));
  // As long a time, or a clock that was wrong until now: nobody can tell.
  vi.setSystemTime(Date.now() + 400 * 86_400_000);
  await page.reload();
  expect([...browser.kept.keys()]).toEqual(['k2']);
  await page.flush();
  expect(browser.arrived).toEqual(['k2']);
});

test('a clock that is set back meanwhile does not change the order', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  await page.add(rating(0), ann('k1'));
  vi.setSystemTime(Date.now() - 365 * 86_400_000);
  await page.add(rating(1), ann('k2'));
  await page.flush();
  expect(browser.arrived).toEqual(['k1', 'k2']);
});

test('what was answered by a clock that was ahead does not put off what is done by the right one', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  await page.add(submission('a'), ann('k1'));
  await page.flush();
  expect(page.snapshot().answered).toHaveLength(1);
  vi.setSystemTime(Date.now() - 365 * 86_400_000);
  await page.add(rating(1), ann('k2'));
  expect(browser.kept.get('k2')?.atMs).toBe(Date.now());
});

test.each([
  ['is right', 0],
  ['is an hour ahead', 3_600_000],
  ['is an hour behind', -3_600_000],
  ['is a year ahead', 365 * 86_400_000],
])('a rating says how long ago it was, also by a clock that %s', (_what, wrongMs) => {
  vi.setSystemTime(Date.UTC(2026, 0, 1) + wrongMs);
  const letter = { ...ann('k1'), atMs: Date.now(), work: rating(3) };
  vi.advanceTimersByTime(90_000);
  const [path, init] = requestOf(letter);
  expect([path, JSON.parse(init.body as string)]).toEqual([
    '/api/review/ratings',
    { question: 'sharding', rating: 'good', reps: 3, ageMs: 90_000, key: 'k1' },
  ]);
});

test('a refusal that passes is waited for, one that stays is told', () => {
  const problem = (code: string, status: number) => ({ code, status, detail: '', retryAfterMs: null, body: undefined });
  expect(sentOf(problem('offline', 0))).toMatchObject({ type: 'later', isOffline: true });
  expect(sentOf(problem('rate-limited', 429))).toMatchObject({ type: 'later', isOffline: false });
  expect(sentOf(problem('already-grading', 409))).toMatchObject({ type: 'later' });
  expect(sentOf(problem('unexpected', 502))).toMatchObject({ type: 'later' });
  expect(sentOf(problem('outdated', 200))).toMatchObject({ type: 'later' });
  expect(sentOf(problem('other-learner', 409))).toEqual({ type: 'sign-in' });
  expect(sentOf(problem('stale-draw', 409))).toMatchObject({ type: 'refused' });
  expect(sentOf(problem('invalid-request', 400))).toMatchObject({ type: 'refused' });
});

test('a verdict that fails is news like one that passes', async () => {
  const browser = newBrowser();
  const page = browser.openPage();
  await page.add(submission('a'), ann('k1'));
  browser.answer = { type: 'done', verdict: failed };
  await page.flush();
  expect(page.snapshot().answered).toMatchObject([{ outcome: { verdict: failed } }]);
});
