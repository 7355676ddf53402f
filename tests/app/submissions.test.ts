import { beforeEach, expect, test, vi } from 'vitest';
import { openSubmissions } from '#db/submissions';
import { sourceBytesMax, type GradingEvent } from '#lib/verdict';
import { regrade } from '#app/regrade';
import { GET as me } from '../../app/api/me/route.ts';
import { POST as run } from '../../app/api/runs/route.ts';
import { GET as one } from '../../app/api/submissions/[id]/route.ts';
import { GET as list, POST as submit, PUT as notAllowed } from '../../app/api/submissions/route.ts';
import { failed, passed, unavailable } from '../db/verdicts.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { forgetProcess, newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const code = { exercise: 'sums', files: { 'solution.ts': 'export const add = 1;' } };
const submission = { ...code, mode: 'submit' };

async function eventsOf(response: Response): Promise<GradingEvent[]> {
  const text = await response.text();
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => JSON.parse(block.replace(/^data: /, '')) as GradingEvent);
}

async function storedId(response: Response): Promise<string> {
  const [first] = await eventsOf(response);
  if (first?.type !== 'stored') throw new Error('the first event is not "stored"');
  return first.submission;
}

function held() {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  grader.hold = promise;
  return () => resolve(undefined);
}

const progressIn = async (browser: Browser) =>
  (await (await browser.call(me, '/api/me')).json()) as {
    learner: { kind: string };
    exercises: Record<string, unknown>;
  };

test('a submission is stored first, streamed, and ends with its verdict and the progress', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const response = await ann.call(submit, '/api/submissions', { body: submission });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events = await eventsOf(response);
  expect(events.map((event) => event.type)).toEqual(['stored', 'started', 'verdict']);
  expect(events.at(-1)).toEqual({ type: 'verdict', verdict: passed });
  expect((await progressIn(ann)).exercises.sums).toMatchObject({ status: 'passed', attempts: 1 });
});

test('progress has changed by the time the verdict is told', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const response = await ann.call(submit, '/api/submissions', { body: submission });
  for await (const chunk of response.body!) {
    if (new TextDecoder().decode(chunk).includes('"verdict"')) expect(await openSubmissions(world.db)).toEqual([]);
  }
  expect.assertions(1);
});

test('a run is graded and leaves nothing behind', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const events = await eventsOf(await ann.call(submit, '/api/submissions', { body: { ...code, mode: 'run' } }));
  expect(events.map((event) => event.type)).toEqual(['started', 'verdict']);
  expect(await (await ann.call(list, '/api/submissions?exercise=sums')).json()).toEqual({ submissions: [] });
  expect((await progressIn(ann)).exercises).toEqual({});
});

test('an unavailable grader never counts, and the same code can be sent again', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  grader.verdict = unavailable;
  const events = await eventsOf(await ann.call(submit, '/api/submissions', { body: submission }));
  expect(events.at(-1)).toEqual({ type: 'verdict', verdict: unavailable });
  expect((await progressIn(ann)).exercises).toEqual({});
  grader.verdict = passed;
  await eventsOf(await ann.call(submit, '/api/submissions', { body: submission }));
  expect((await progressIn(ann)).exercises.sums).toMatchObject({ status: 'passed', attempts: 1 });
});

test('a grader that breaks off is our fault, and the last event is still a verdict', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const log = vi.spyOn(console, 'error').mockReturnValue();
  grader.fault = new Error('socket closed');
  const events = await eventsOf(await ann.call(submit, '/api/submissions', { body: submission }));
  expect(events.at(-1)).toMatchObject({ type: 'verdict', verdict: { status: 'unavailable' } });
  expect((await progressIn(ann)).exercises).toEqual({});
  log.mockRestore();
});

test('a run is cancelled when its reader leaves; a submission is graded to its end', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const release = held();
  const running = await ann.call(submit, '/api/submissions', { body: { ...code, mode: 'run' } });
  await running.body!.cancel();
  expect(grader.signals[0]!.aborted).toBe(true);
  await vi.waitFor(async () => {
    const next = await ann.call(submit, '/api/submissions', { body: submission });
    expect(next.status).toBe(200);
    await next.body!.cancel();
  });
  expect(grader.signals.at(-1)!.aborted).toBe(false);
  expect(await openSubmissions(world.db)).toHaveLength(1);
  release();
  await vi.waitFor(async () => expect(await openSubmissions(world.db)).toEqual([]));
  expect((await progressIn(ann)).exercises.sums).toMatchObject({ status: 'passed', attempts: 1 });
});

test('a learner is graded once at a time', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const ben = world.newBrowser();
  await eventsOf(await ann.call(submit, '/api/submissions', { body: submission }));
  const release = held();
  const first = await ann.call(submit, '/api/submissions', { body: submission });
  const second = await ann.call(submit, '/api/submissions', { body: submission });
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({ code: 'already-grading', status: 409 });
  const other = await ben.call(submit, '/api/submissions', { body: submission });
  expect(other.status).toBe(200);
  release();
  await Promise.all([eventsOf(first), eventsOf(other)]);
  const third = await ann.call(submit, '/api/submissions', { body: submission });
  expect((await eventsOf(third)).at(-1)).toMatchObject({ type: 'verdict' });
});

test('what a crash left open is graded at the next start and counts once', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  held();
  const response = await ann.call(submit, '/api/submissions', { body: submission });
  expect(response.status).toBe(200);
  const left = await openSubmissions(world.db);
  expect(left).toHaveLength(1);
  await response.body!.cancel();

  const waits: number[] = [];
  grader.reset();
  grader.verdict = unavailable;
  const log = vi.spyOn(console, 'info').mockReturnValue();
  await regrade(left, (ms) => Promise.resolve(waits.push(ms)));
  expect(await openSubmissions(world.db)).toHaveLength(1);
  expect(waits).toEqual(Array(10).fill(1000));

  grader.verdict = passed;
  await regrade(left);
  await regrade(left);
  expect(await openSubmissions(world.db)).toEqual([]);
  expect((await progressIn(ann)).exercises.sums).toMatchObject({ status: 'passed', attempts: 1 });
  log.mockRestore();
});

test("another learner's submission is a 404, and so is one that never was", async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const ben = world.newBrowser();
  const id = await storedId(await ann.call(submit, '/api/submissions', { body: submission }));
  const path = `/api/submissions/${id}`;
  const own = await ann.call(one, path, { params: { id } });
  expect(await own.json()).toMatchObject({ id, exercise: 'sums', status: 'closed', verdict: passed });
  await eventsOf(await ben.call(submit, '/api/submissions', { body: submission }));
  const foreign = await ben.call(one, path, { params: { id } });
  expect(foreign.status).toBe(404);
  expect(await (await world.newBrowser().call(one, path, { params: { id } })).json()).toEqual(await foreign.json());
});

test('the list tells what came of each submission', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  grader.verdict = failed;
  await eventsOf(await ann.call(submit, '/api/submissions', { body: submission }));
  const { submissions } = (await (await ann.call(list, '/api/submissions?exercise=sums')).json()) as {
    submissions: unknown[];
  };
  expect(submissions).toMatchObject([
    { exercise: 'sums', mode: 'submit', status: 'closed', verdictStatus: 'failed', passedTests: 1, totalTests: 2 },
  ]);
  expect((await ann.call(list, '/api/submissions')).status).toBe(400);
});

test('what is not a submission is refused with a problem that says why', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const codeOf = async (body: unknown) => {
    const response = await ann.call(submit, '/api/submissions', { body });
    const problem = (await response.json()) as { code: string; status: number };
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem.status).toBe(response.status);
    return `${response.status} ${problem.code}`;
  };
  expect(await codeOf('{"exercise":')).toBe('400 invalid-request');
  expect(await codeOf({ ...submission, mode: 'cheat' })).toBe('400 invalid-request');
  expect(await codeOf({ ...submission, verdict: 'passed' })).toBe('400 invalid-request');
  expect(await codeOf({ ...submission, files: { 'tests.ts': '' } })).toBe('400 invalid-request');
  expect(await codeOf({ ...submission, files: {} })).toBe('400 invalid-request');
  expect(await codeOf({ ...submission, exercise: 'nothing' })).toBe('404 unknown-exercise');
  expect(await codeOf({ ...submission, exercise: '__proto__' })).toBe('404 unknown-exercise');
  const long = 'é'.repeat(sourceBytesMax / 2 + 1);
  expect(await codeOf({ ...submission, files: { 'solution.ts': long } })).toBe('413 too-large');
  expect(await codeOf({ ...submission, files: { 'solution.ts': 'x'.repeat(1_000_000) } })).toBe('413 too-large');
  expect(ann.jar.size).toBe(0);
});

test('a method that a route does not have is a 405 that names those it has', async () => {
  using world = newWorld();
  const response = await world.newBrowser().call(notAllowed, '/api/submissions', { method: 'PUT', body: {} });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, POST');
  expect(await response.json()).toMatchObject({ code: 'method-not-allowed' });
});

test('a learner who grades without pause is slowed down', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  for (let number = 1; number <= 40; number += 1) {
    const response = await ann.call(run, '/api/runs', { body: { language: 'typescript', source: '1' } });
    expect(await response.json()).toMatchObject({ status: 'ran', console: '3\n' });
  }
  const refused = await ann.call(submit, '/api/submissions', { body: submission });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: 'rate-limited' });
});

test('progress outlives the process', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  await eventsOf(await ann.call(submit, '/api/submissions', { body: submission }));
  forgetProcess();
  expect(await progressIn(ann)).toMatchObject({
    learner: { kind: 'guest' },
    exercises: { sums: { status: 'passed' } },
  });
});
