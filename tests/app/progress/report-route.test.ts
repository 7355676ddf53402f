import { expect, test, vi } from 'vitest';
import { closeSubmission, openSubmissionOnce } from '#db/submissions';
import { actOnMock, startMock } from '#db/mocks';
import { saveStory } from '#db/stories';
import { emptyStory } from '#lib/story';
import { GET as report } from '../../../app/api/readiness/route.ts';
import { PUT as mark } from '../../../app/api/lessons/[id]/route.ts';
import { passed } from '../../db/verdicts.ts';
import { newWorld } from '../world.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));
vi.mock('#content/load', async () => (await import('../content.ts')).content);
vi.mock('#sandbox/client', () => import('../grader.ts'));

test('the saved report tells finished mocks and stories, each on its own side, and nobody who has done nothing gets one', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  expect((await browser.call(report, '/api/readiness')).status).toBe(404);
  await browser.call(mark, '/api/lessons/adding', { method: 'PUT', body: { done: true }, params: { id: 'adding' } });
  const { id: learnerId } = world.db.$client.prepare('select id from learners').get() as { id: string };
  const parts = [{ type: 'exercise' as const, id: 'built', round: 'coding' as const, minutes: 45, exerciseId: 'sums' }];
  const drawn = { learnerId, kind: 'coding', level: 'mid', language: null, seed: 'seed', parts } as const;
  const { id: mockId } = await startMock(world.db, { ...drawn, parts: [...parts] });
  const submission = { learnerId, exerciseId: 'sums', contentHash: 'v1', files: { 'solution.ts': 'x' } };
  const mock = { mockId, partId: 'built' };
  const submissionId = await openSubmissionOnce(world.db, { ...submission, clientKey: 'key', mock });
  await closeSubmission(world.db, submissionId!, { verdict: passed, contentHash: 'v1' });
  const story = { ...emptyStory, title: 'The queue', themes: ['conflict' as const] };
  await saveStory(world.db, { learnerId, id: 'story-one', story, baseRevision: null });

  const fileOf = async () => (await browser.call(report, '/api/readiness')).text();
  expect(await fileOf()).toContain('No mock interview with graded exercises is finished yet.');
  await actOnMock(world.db, { learnerId, mockId, action: 'finish', round: 'coding' });
  const html = await fileOf();
  const [graded = '', own = ''] = html.split('Self-reported, graded by nobody');
  expect(graded).toMatch(/<th scope="row">Coding<\/th><td>Mid<\/td><td>[^<]+<\/td><td>1 of 1<\/td>/);
  expect(own).toContain('1 story for the behavioural round, for 1 of 10 themes.');
  expect(own).toContain('1 of ');
  world.db.$client.prepare('update submissions set imported_at = 1').run();
  expect(await fileOf()).toContain('<td>1 of 1 (imported)</td>');
  const answer = await browser.call(report, '/api/readiness');
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="underpin-readiness-\d{4}-\d\d-\d\d\.html"$/,
  );
  expect(answer.headers.get('content-security-policy')).toBe(`default-src 'none'; style-src 'unsafe-inline'`);
});
