import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase } from '#db/client';
import { createGuest, deleteGuest, guestByToken } from '#db/learners';
import { exerciseProgressOf } from '#db/progress';
import { openSubmission, openSubmissions, submissionOf } from '#db/submissions';
import { checkAnswers, learners } from '#db/tables';
import { boot } from '#app/boot';
import { database } from '#app/database';
import { passed } from '../db/verdicts.ts';
import { grader } from './grader.ts';
import { forgetProcess, newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));
vi.mock('#sandbox/start', () => ({ startSandbox: () => sandbox }));

const sandbox = { whenReady: vi.fn<() => Promise<{ kernelLayer: boolean } | null>>() };
const exit = vi.spyOn(process, 'exit');
const error = vi.spyOn(console, 'error');
const info = vi.spyOn(console, 'info');

beforeEach(() => {
  grader.reset();
  sandbox.whenReady.mockReset().mockResolvedValue({ kernelLayer: true });
  exit.mockReset().mockReturnValue(undefined as never);
  error.mockReset().mockReturnValue();
  info.mockReset().mockReturnValue();
});
afterEach(() => vi.unstubAllEnvs());

/** Resolves to the code the process would have ended with; undefined when it went on. */
async function exitCode(environment: Record<string, string>, health: { kernelLayer: boolean } | null) {
  const world = newWorld(environment);
  sandbox.whenReady.mockResolvedValue(health);
  await boot();
  world[Symbol.dispose]();
  return exit.mock.calls[0]?.[0];
}

test('strangers are not let in where no kernel layer confines their code', async () => {
  expect(await exitCode({ HOST: '0.0.0.0' }, { kernelLayer: false })).toBe(1);
  expect(error).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('ALLOW_WEAK_SANDBOX=1'));
});

test('strangers are not let in while it is unknown what confines their code', async () => {
  expect(await exitCode({ HOST: '0.0.0.0' }, null)).toBe(1);
});

test.each([
  ['a kernel layer', { HOST: '0.0.0.0' }, true],
  ['the owner accepting the risk', { HOST: '0.0.0.0', ALLOW_WEAK_SANDBOX: '1' }, false],
  ['nobody outside this machine', { HOST: '127.0.0.1' }, false],
  ['a sandbox elsewhere', { HOST: '0.0.0.0', SANDBOX_URL: 'http://a', SANDBOX_TOKEN: 'sixteen-characters' }, false],
])('the server starts with %s', async (_, environment: Record<string, string>, kernelLayer) => {
  expect(await exitCode(environment, { kernelLayer })).toBeUndefined();
});

test('a wrong variable ends the start with its sentence and no stack', async () => {
  vi.stubEnv('BASE_URL', 'learn.example.org');
  await boot();
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
  expect(error).toHaveBeenCalledExactlyOnceWith(
    'underpin: BASE_URL must be the address that browsers use, such as https://learn.example.org.',
  );
});

test('what the last process left ungraded is graded, once, however often Next boots', async () => {
  using world = newWorld();
  const learnerId = await createGuest(world.db, 'token');
  const submission = { learnerId, contentHash: 'v0', files: { 'solution.ts': 'x' } };
  const id = await openSubmission(world.db, { ...submission, exerciseId: 'sums' });
  const orphan = await openSubmission(world.db, { ...submission, exerciseId: 'removed' });
  await Promise.all([boot(), boot()]);
  await vi.waitFor(async () => expect(await openSubmissions(world.db)).toEqual([]));
  expect(grader.jobs).toHaveLength(1);
  expect(await submissionOf(world.db, learnerId, id)).toMatchObject({ verdict: passed });
  const progress = await exerciseProgressOf(world.db, learnerId, 'sums');
  expect(progress).toMatchObject({ status: 'passed', attempts: 1, passedContentHash: 'v1' });
  expect(await submissionOf(world.db, learnerId, orphan)).toMatchObject({ verdict: { status: 'unavailable' } });
  expect(await exerciseProgressOf(world.db, learnerId, 'removed')).toBeNull();
});

test('a deletion that the last process did not finish is finished, and its learner stays away meanwhile', async () => {
  using world = newWorld();
  const learnerId = await createGuest(world.db, 'token');
  const answer = { learnerId, lessonId: 'adding', checkId: 'carry', correct: true, answeredAt: new Date(0) };
  world.db
    .insert(checkAnswers)
    .values(Array.from({ length: 250 }, () => answer))
    .run();
  const cutOff = deleteGuest(world.db, learnerId);
  await new Promise(setImmediate);
  closeDatabase(world.db);
  await expect(cutOff).rejects.toThrow('delete from');
  forgetProcess();
  const db = database();
  expect(await guestByToken(db, 'token')).toBeNull();
  expect(db.select().from(checkAnswers).all()).not.toEqual([]);
  await boot();
  await vi.waitFor(() => expect(db.select().from(learners).all()).toEqual([]));
  expect(db.select().from(checkAnswers).all()).toEqual([]);
});
