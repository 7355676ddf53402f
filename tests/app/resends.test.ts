import { beforeEach, expect, test, vi } from 'vitest';
import { createGuest, formerGuestsOf, learnerOfUser } from '#db/learners';
import { mergeGuest } from '#db/merge';
import { openSubmissionOnce, openSubmissions, submissionsOf } from '#db/submissions';
import { createUser } from '#db/users';
import { forLearnerHeader } from '#lib/for-learner';
import type { GradingEvent } from '#lib/verdict';
import { GET as drafts, PUT as save } from '../../app/api/drafts/[exercise]/route.ts';
import { POST as check } from '../../app/api/lessons/[id]/checks/route.ts';
import { PUT as mark } from '../../app/api/lessons/[id]/route.ts';
import { GET as me } from '../../app/api/me/route.ts';
import { POST as submit } from '../../app/api/submissions/route.ts';
import { failed, passed, unavailable } from '../db/verdicts.ts';
import { temporaryDatabase } from '../db/temporary-database.ts';
import type { Browser } from './browser.ts';
import { grader } from './grader.ts';
import { newWorld } from './world.ts';

vi.mock('next/headers', () => import('./next-headers.ts'));
vi.mock('#content/load', async () => (await import('./content.ts')).content);
vi.mock('#sandbox/client', () => import('./grader.ts'));

beforeEach(() => grader.reset());

const key = '6f1c0a52-3c1e-4a52-9d2f-0d9f6a1b2c3d';
const submission = { exercise: 'sums', files: { 'solution.ts': 'export const add = 1;' }, mode: 'submit', key };

async function eventsOf(response: Response): Promise<GradingEvent[]> {
  const blocks = (await response.text()).split('\n\n').filter(Boolean);
  return blocks.map((block) => JSON.parse(block.replace(/^data: /, '')) as GradingEvent);
}

type Me = {
  learner: { kind: string; id: string; formerly?: string[] };
  exercises: Record<string, { attempts: number }>;
  lessons: Record<string, { checks: Record<string, { attempts: number }> }>;
};
const meOf = async (browser: Browser) => (await (await browser.call(me, '/api/me')).json()) as Me;

const send = (browser: Browser, body: unknown = submission, owner?: string) =>
  browser.call(submit, '/api/submissions', { body, headers: owner ? { [forLearnerHeader]: owner } : {} });

test('a submission that is sent again is answered with its verdict, neither graded nor counted twice', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  grader.verdict = failed;
  const first = await eventsOf(await send(ann));
  grader.verdict = passed;
  const again = await eventsOf(await send(ann));
  expect(again).toEqual([first[0], { type: 'verdict', verdict: failed }]);
  expect(grader.jobs).toHaveLength(1);
  expect((await meOf(ann)).exercises.sums).toMatchObject({ attempts: 1, status: 'attempted' });
});

test('one that is still graded when it comes again says where to ask for its verdict', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  grader.hold = promise;
  const first = await send(ann);
  const again = await eventsOf(await send(ann));
  expect(again.map(({ type }) => type)).toEqual(['stored']);
  resolve(undefined);
  expect((await eventsOf(first)).slice(0, 1)).toEqual(again);
  expect(grader.jobs).toHaveLength(1);
});

test('one that could not be graded is graded when it comes again, and counts once', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  grader.verdict = unavailable;
  await eventsOf(await send(ann));
  grader.verdict = passed;
  expect((await eventsOf(await send(ann))).at(-1)).toEqual({ type: 'verdict', verdict: passed });
  expect((await meOf(ann)).exercises.sums).toMatchObject({ attempts: 1 });
});

test('a key is one learner’s: the same from another is another submission', async () => {
  using world = newWorld();
  const [ann, ben] = [world.newBrowser(), world.newBrowser()];
  await eventsOf(await send(ann));
  await eventsOf(await send(ben));
  expect(grader.jobs).toHaveLength(2);
});

test('a key that is no key is refused', async () => {
  using world = newWorld();
  expect((await send(world.newBrowser(), { ...submission, key: 'mine' })).status).toBe(400);
});

test('two that arrive at the same moment are stored once', async () => {
  using db = temporaryDatabase();
  const learnerId = await createGuest(db, 'token');
  const row = { learnerId, exerciseId: 'sums', contentHash: 'v1', files: {}, clientKey: key };
  expect(await openSubmissionOnce(db, row)).toMatch(/^sub_/);
  expect(await openSubmissionOnce(db, row)).toBeNull();
  expect(await openSubmissions(db)).toHaveLength(1);
});

test('a guest and an account that used the same key are merged, and the account’s stays under it', async () => {
  using db = temporaryDatabase();
  const user = await createUser(db, { email: 'ann@example.org', name: null, passwordHash: null });
  const account = await learnerOfUser(db, user!.id);
  const guest = await createGuest(db, 'token');
  const row = { exerciseId: 'sums', contentHash: 'v1', files: {}, clientKey: key };
  await openSubmissionOnce(db, { learnerId: guest, ...row });
  await openSubmissionOnce(db, { learnerId: account, ...row });
  await mergeGuest(db, guest, account);
  expect(await submissionsOf(db, account, 'sums')).toHaveLength(2);
  expect(await openSubmissionOnce(db, { learnerId: account, ...row })).toBeNull();
  expect(await formerGuestsOf(db, account)).toEqual([guest]);
});

test('an answer to a question that is sent again counts once, another one counts', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const answer = (body: object) => ann.call(check, '/api/lessons/adding/checks', { body, params: { id: 'adding' } });
  await answer({ check: 'carry', correct: false, key });
  await answer({ check: 'carry', correct: false, key });
  expect((await meOf(ann)).lessons.adding?.checks.carry).toMatchObject({ correct: false, attempts: 1 });
  await answer({ check: 'carry', correct: true, key: '0d9f6a1b-3c1e-4a52-9d2f-6f1c0a52aaaa' });
  await answer({ check: 'carry', correct: true });
  expect((await meOf(ann)).lessons.adding?.checks.carry).toMatchObject({ correct: true, attempts: 3 });
});

test('work of one learner is refused when it arrives as another’s or as nobody’s, and makes no guest', async () => {
  using world = newWorld();
  const [ann, ben, stranger] = [world.newBrowser(), world.newBrowser(), world.newBrowser()];
  await eventsOf(await send(ann, { ...submission, key: undefined }));
  await eventsOf(await send(ben, { ...submission, key: undefined }));
  const owner = (await meOf(ann)).learner.id;
  const headers = { [forLearnerHeader]: owner };
  const params = { exercise: 'sums' };
  const body = { file: 'solution.ts', source: 'of ann', baseRevision: null };
  for (const other of [ben, stranger]) {
    const answers = [
      await send(other, submission, owner),
      await other.call(save, '/api/drafts/sums', { method: 'PUT', body, params, headers }),
      await other.call(drafts, '/api/drafts/sums', { params, headers }),
      await other.call(mark, '/api/lessons/adding', {
        method: 'PUT',
        body: { done: true },
        params: { id: 'adding' },
        headers,
      }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ code: 'other-learner' });
    }
  }
  expect(stranger.jar.size).toBe(0);
  expect((await meOf(ben)).exercises.sums).toMatchObject({ attempts: 1 });
  expect((await ann.call(save, '/api/drafts/sums', { method: 'PUT', body, params, headers })).status).toBe(200);
});
