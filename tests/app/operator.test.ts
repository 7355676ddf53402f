import path from 'node:path';
import type { NextRequest } from 'next/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { createGuest, learnerOfUser } from '#db/learners';
import { accountsOf, activeWithin, handedInToday, lastDays, totals } from '#db/operator';
import { openReportCount, saveReport } from '#db/reports';
import { closeSubmission, openSubmission } from '#db/submissions';
import { createUser, setRole, userByEmail } from '#db/users';
import { recordVisit } from '#db/visits';
import type { Verdict } from '#lib/verdict';
import { PUT as mark } from '../../app/api/operator/reports/[id]/route.ts';
import { GET as me } from '../../app/api/me/route.ts';
import ExercisesPage from '../../app/operator/exercises/page.tsx';
import { ofSubmissions } from '../../app/operator/in-words.ts';
import { exerciseRows } from '../../app/operator/exercises/figures.ts';
import { healthFacts, storageFacts } from '../../app/operator/health.ts';
import { storageOf } from '../../app/operator/storage.ts';
import LearnersPage from '../../app/operator/learners/page.tsx';
import { loadOf, samplesOf, waitMs } from '../../app/operator/metrics.ts';
import OperatorPage, { generateMetadata } from '../../app/operator/page.tsx';
import ReportsPage from '../../app/operator/reports/page.tsx';
import { failed, passed, unavailable } from '../db/verdicts.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { signedIn } from './signed-in.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', async () => ({
  ...(await import('./grader.ts')),
  sandboxHealth: () => Promise.resolve({ state: 'down' }),
  sandboxReadiness: () => Promise.resolve({ ready: false, missing: ['sandbox'] }),
  sandboxMetrics: () => Promise.resolve(null),
}));

beforeEach(() => grader.reset());

const pages = {
  '/operator': () => OperatorPage(),
  '/operator/learners': () => LearnersPage({ searchParams: Promise.resolve({}) }),
  '/operator/exercises': () => ExercisesPage(),
  '/operator/reports': () => ReportsPage(),
};

/** 404 where the page says `notFound()`, as Next would answer. */
async function statusOf(browser: Browser, path: keyof typeof pages): Promise<number> {
  const handler = async (_: NextRequest) => {
    try {
      await pages[path]();
      return new Response(null, { status: 200 });
    } catch (error) {
      if (error instanceof Error && String((error as { digest?: string }).digest).endsWith(';404'))
        return new Response(null, { status: 404 });
      throw error;
    }
  };
  return (await browser.call(handler, path)).status;
}

async function people(world: ReturnType<typeof newWorld>) {
  const owner = await signedIn(world, 'owner@example.org');
  const learner = await signedIn(world, 'learner@example.org');
  const guest = world.newBrowser();
  await createGuest(world.db, 'token');
  guest.jar.set('underpin_guest', 'token');
  return { owner, learner, guest, nobody: world.newBrowser() };
}

test.each(Object.keys(pages) as (keyof typeof pages)[])(
  '%s is there for an owner and for nobody else',
  async (path) => {
    using world = newWorld();
    const { owner, learner, guest, nobody } = await people(world);
    expect(await statusOf(owner, path)).toBe(200);
    for (const other of [learner, guest, nobody]) expect(await statusOf(other, path)).toBe(404);
    await setRole(world.db, 'owner@example.org', 'learner');
    expect(await statusOf(owner, path)).toBe(404);
    await setRole(world.db, 'learner@example.org', 'owner');
    expect(await statusOf(learner, path)).toBe(200);
  },
);

test('the title of a page that is not there does not tell that there is one', async () => {
  using world = newWorld();
  const { owner, learner, nobody } = await people(world);
  const titleOf = async (browser: Browser) =>
    (await browser.call(async () => Response.json(await generateMetadata()), '/operator')).json();
  expect(await titleOf(owner)).toEqual({ title: 'Operator' });
  for (const other of [learner, nobody]) expect(await titleOf(other)).toEqual({ title: 'Page not found' });
});

test('only an owner marks reports, and to others there is nothing at that address', async () => {
  using world = newWorld();
  const { owner, learner, guest, nobody } = await people(world);
  const learnerId = await learnerOfUser(world.db, (await userByEmail(world.db, 'learner@example.org'))!.id);
  const about = { itemKind: 'lesson' as const, itemId: 'adding', contentHash: 'v1', version: '1.0.0', files: null };
  const id = await saveReport(world.db, { ...about, learnerId, kind: 'other', text: 'x' });
  const put = (browser: Browser, body: unknown, which = id) =>
    browser.call(mark, `/api/operator/reports/${which}`, { method: 'PUT', body, params: { id: which } });
  for (const other of [learner, guest, nobody]) {
    for (const body of [{ done: true }, 'nonsense']) {
      const response = await put(other, body);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ detail: 'There is nothing at this address.' });
    }
  }
  expect(await openReportCount(world.db)).toBe(1);
  expect((await put(owner, { done: true })).status).toBe(204);
  expect(await openReportCount(world.db)).toBe(0);
  expect((await put(owner, { done: false })).status).toBe(204);
  expect(await openReportCount(world.db)).toBe(1);
  expect((await put(owner, { done: 'yes' })).status).toBe(400);
  expect((await put(owner, { done: true }, 'rep_unknown')).status).toBe(404);
});

test('the interface learns from /api/me who is an owner', async () => {
  using world = newWorld();
  const { owner, learner } = await people(world);
  const roleOf = async (browser: Browser) =>
    ((await (await browser.call(me, '/api/me')).json()) as { learner: { owner?: boolean } }).learner.owner;
  expect([await roleOf(owner), await roleOf(learner)]).toEqual([true, false]);
});

const day = 86_400_000;
const noon = new Date('2026-03-10T12:00:00Z');

async function submit(world: ReturnType<typeof newWorld>, learnerId: string, verdict: Verdict, at: Date, hash = 'v1') {
  const submission = { learnerId, exerciseId: 'sums', contentHash: hash, files: { 'solution.ts': 'x' } };
  const id = await openSubmission(world.db, submission, at);
  await closeSubmission(world.db, id, { verdict, contentHash: hash }, at);
}

test('learners are counted by day, once each, and what could not be graded is no attempt', async () => {
  using world = newWorld();
  const { db } = world;
  const before = new Date(noon.getTime() - day);
  const ann = await createUser(db, { email: 'ann@example.org', name: 'Ann', passwordHash: null }, before);
  const [learner, guest] = [await learnerOfUser(db, ann!.id), await createGuest(db, 'token', noon)];
  await submit(world, learner, failed, before);
  await submit(world, learner, passed, noon);
  await submit(world, learner, failed, noon);
  await submit(world, guest, unavailable, noon);
  expect(await handedInToday(db, noon)).toMatchObject({ attempts: 2, passes: 1, unavailable: 1 });
  expect(await lastDays(db, 3, noon)).toEqual([
    { day: new Date('2026-03-10'), accounts: 0, active: 2, attempts: 2, passes: 1 },
    { day: new Date('2026-03-09'), accounts: 1, active: 1, attempts: 1, passes: 0 },
    { day: new Date('2026-03-08'), accounts: 0, active: 0, attempts: 0, passes: 0 },
  ]);
  expect([await activeWithin(db, 7, noon), await activeWithin(db, 7, new Date(noon.getTime() + 8 * day))]).toEqual([
    2, 0,
  ]);
  expect(await totals(db)).toEqual({ accounts: 1, guests: 1 });
});

test('accounts are listed newest first, with when they were last active, and with no name', async () => {
  using world = newWorld();
  const { db } = world;
  const ann = await createUser(db, { email: 'ann@example.org', name: 'Ann', passwordHash: null }, new Date(0));
  await createUser(db, { email: 'ben@example.org', name: 'Ben', passwordHash: null }, new Date(day));
  const learner = await learnerOfUser(db, ann!.id);
  await submit(world, learner, passed, new Date(2 * day));
  await recordVisit(db, learner, { kind: 'lesson', id: 'adding' }, new Date(3 * day));
  const listed = await accountsOf(db, { limit: 2, offset: 0 });
  expect(listed).toEqual([
    expect.objectContaining({ email: 'ben@example.org', role: 'learner', lastActiveAt: null, exercisesPassed: 0 }),
    expect.objectContaining({
      email: 'ann@example.org',
      role: 'owner',
      lastActiveAt: new Date(3 * day),
      exercisesPassed: 1,
    }),
  ]);
  expect(JSON.stringify(listed)).not.toMatch(/Ann|Ben/);
  expect(await accountsOf(db, { limit: 2, offset: 1 })).toMatchObject([{ email: 'ann@example.org' }]);
});

test('an exercise shows its share of first tries and the test most often failed of the version that stands', async () => {
  using world = newWorld();
  const [ann, ben] = [await createGuest(world.db, 'a'), await createGuest(world.db, 'b')];
  const now = new Date();
  for (const verdict of [failed, failed, passed]) await submit(world, ann, verdict, now);
  await submit(world, ben, passed, now);
  for (let old = 0; old < 5; old++) await submit(world, ben, failed, now, 'v0');
  expect(await exerciseRows(world.db)).toEqual([
    expect.objectContaining({
      id: 'sums',
      attempts: 9,
      learners: 2,
      firstTryPasses: 1,
      worst: expect.objectContaining({ testName: 'subtracts', failures: 2, attempts: 4 }) as object,
    }),
  ]);
});

test('how often a test failed is said of one submission and of many', () => {
  expect(ofSubmissions(1, 1)).toBe('1 of 1 submission');
  expect(ofSubmissions(2, 1200)).toBe('2 of 1,200 submissions');
});

test('quantiles are read from the sandbox’s metrics as Prometheus reads them', () => {
  const samples = samplesOf(`# HELP underpin_run_duration_seconds Time.
underpin_run_duration_seconds_bucket{le="0.1",runtime="sql",outcome="passed"} 50
underpin_run_duration_seconds_bucket{le="1",runtime="sql",outcome="passed"} 90
underpin_run_duration_seconds_bucket{le="+Inf",runtime="sql",outcome="passed"} 90
underpin_run_duration_seconds_count{runtime="sql",outcome="passed"} 90
underpin_run_duration_seconds_bucket{le="0.1",runtime="sql",outcome="fault"} 0
underpin_run_duration_seconds_bucket{le="1",runtime="sql",outcome="fault"} 0
underpin_run_duration_seconds_bucket{le="+Inf",runtime="sql",outcome="fault"} 10
underpin_run_duration_seconds_count{runtime="sql",outcome="fault"} 10
underpin_queue_wait_seconds_bucket{le="0.001"} 0
underpin_queue_wait_seconds_bucket{le="+Inf"} 0
`);
  expect(loadOf(samples)).toEqual([{ runtime: 'sql', runs: 100, faults: 10, p50Ms: 100, p95Ms: 1000 }]);
  expect(waitMs(samples, 0.95)).toBeNull();
});

test('what wants attention is said: no sandbox, no backup, a full disk', () => {
  using world = newWorld();
  const said = (facts: { name: string; attention?: string }[]) =>
    Object.fromEntries(facts.map(({ name, attention }) => [name, attention]));
  expect(said(healthFacts({ state: 'down' }, { ready: false, missing: ['sandbox'] })).Grading).toMatch(
    /does not answer/,
  );
  expect(said(healthFacts({ state: 'starting' }, { ready: true, missing: [] })).Grading).toBeUndefined();
  const storage = { ...storageOf(path.dirname(world.db.$client.name)), freeBytes: 50, diskBytes: 100 };
  expect(storage.databaseBytes).toBeGreaterThan(0);
  expect(storage.lastBackup).toBeNull();
  expect(said(storageFacts(storage, noon))).toMatchObject({
    'Last backup': expect.stringContaining('npm run backup') as string,
    Disk: expect.stringContaining('Make room') as string,
  });
  const lastBackup = { at: new Date(noon.getTime() - day), file: 'b.db', bytes: 1 };
  const fine = { ...storage, databaseBytes: 10, lastBackup };
  expect(said(storageFacts(fine, noon))).toMatchObject({ 'Last backup': undefined, Disk: undefined });
});
