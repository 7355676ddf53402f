import { createElement, type ReactElement } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '#db/client';
import { saveAnswer, saveSelfReview } from '#db/mock-answers';
import { saveMockCode } from '#db/mock-code';
import { actOnMock, startMock } from '#db/mocks';
import { closeSubmission, openSubmissionOnce } from '#db/submissions';
import type { MockPart, SelfReview } from '#lib/mock';
import type { Verdict } from '#lib/verdict';
import { POST as hint } from '../../../app/api/exercises/[id]/hints/route.ts';
import { DELETE as remove } from '../../../app/api/mocks/[mock]/route.ts';
import { PUT as saveReview } from '../../../app/api/mocks/[mock]/reviews/[part]/route.ts';
import { GET as me } from '../../../app/api/me/route.ts';
import ReportPage from '../../../app/interview/mocks/[mock]/report/page.tsx';
import ReviewPartPage from '../../../app/interview/mocks/[mock]/review/[part]/page.tsx';
import ReviewPage from '../../../app/interview/mocks/[mock]/review/page.tsx';
import { grader } from '../grader.ts';
import { textOfPage } from '../page-text.ts';
import { newWorld } from '../world.ts';
import type { Browser } from '../browser.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));
vi.mock('#content/load', async () => ({
  ...(await import('../content.ts')).content,
  ...(await import('../question-content.ts')).questionContent,
}));
vi.mock('#sandbox/client', () => import('../grader.ts'));
vi.mock('next/navigation', async () => ({
  ...(await vi.importActual<object>('next/navigation')),
  useRouter: () => ({ refresh: () => undefined }),
}));

beforeEach(() => grader.reset());

const parts: MockPart[] = [
  { type: 'question', id: 'told', round: 'behavioural', minutes: 10, questionId: 'conflict', form: 'star' },
  { type: 'question', id: 'asked', round: 'api-design', minutes: 25, questionId: 'paging', form: 'api' },
  { type: 'exercise', id: 'built', round: 'api-design', minutes: 20, exerciseId: 'sums' },
  { type: 'exercise', id: 'drafted', round: 'api-design', minutes: 20, exerciseId: 'sums' },
  { type: 'question', id: 'gone', round: 'system-design', minutes: 45, questionId: 'left-the-bank', form: 'design' },
];
/** So that by now the second round is in its middle. */
const began = new Date(Date.now() - 45 * 60_000);
const minutesIn = (minutes: number) => new Date(began.getTime() + minutes * 60_000);

/** A browser whose learner has a mock of two rounds behind them, and left it before the third. */
async function afterMock(world: { db: Db; newBrowser: () => Browser }) {
  const { db } = world;
  const browser = world.newBrowser();
  await browser.call(hint, '/api/exercises/sums/hints', { body: { number: 1 }, params: { id: 'sums' } });
  const { learner } = (await (await browser.call(me, '/api/me')).json()) as { learner: { id: string } };
  const learnerId = learner.id;
  const mock = { learnerId, kind: 'loop', level: 'mid', language: null, seed: 's', parts } as const;
  const { id: mockId } = await startMock(db, { ...mock, parts }, began);
  const of = { learnerId, mockId };
  const story = { sections: { situation: 'We <b>argued</b> about tests.' }, diagram: '' };
  await saveAnswer(db, { ...of, partId: 'told', answer: story, version: 0 }, minutesIn(5));
  await actOnMock(db, { ...of, action: 'pause', round: 'behavioural' }, minutesIn(6));
  await actOnMock(db, { ...of, action: 'resume', round: 'behavioural' }, minutesIn(10));
  await actOnMock(db, { ...of, action: 'finish', round: 'behavioural' }, minutesIn(20));
  await actOnMock(db, { ...of, action: 'begin', round: 'api-design' }, minutesIn(25));
  const listing = { sections: { interface: 'GET /orders?page=2' }, diagram: 'sequenceDiagram\n  A->>B: <i>x</i>' };
  await saveAnswer(db, { ...of, partId: 'asked', answer: listing, version: 0 }, minutesIn(30));
  const handIn = async (key: string, verdict: Verdict, at: Date) => {
    const submission = { learnerId, exerciseId: 'sums', contentHash: 'v1', files: { 'solution.ts': 'x' } };
    const opened = await openSubmissionOnce(
      db,
      { ...submission, clientKey: key, mock: { mockId, partId: 'built' } },
      at,
    );
    await closeSubmission(db, opened!, { verdict, contentHash: 'v1' }, at);
  };
  await handIn('00000000-0000-4000-8000-000000000001', failing, minutesIn(40));
  /** Code that is saved, and not handed in. */
  const save = (source: string) =>
    saveMockCode(db, { ...of, partId: 'drafted', file: 'solution.ts', source, baseRevision: null }, minutesIn(44));
  const leave = () => actOnMock(db, { ...of, action: 'leave', round: 'api-design' }, minutesIn(45));
  const rate = (partId: string, review: Omit<SelfReview, 'note'>, note = '') =>
    saveSelfReview(db, { ...of, partId, review: { ...review, note }, version: 0 }, minutesIn(50));
  const show = async (page: (props: never) => Promise<ReactElement>, part?: string, mock = mockId): Promise<string> => {
    const params = Promise.resolve({ mock, ...(part && { part }) });
    const response = await browser.call(
      async () =>
        new Response(await textOfPage(createElement(page as () => Promise<ReactElement>, { params } as object))),
      '/interview/mocks',
    );
    return (await response.text()).replaceAll('<!-- -->', '');
  };
  return { browser, learnerId, mockId, save, leave, rate, show };
}

const failing: Verdict = {
  version: 1,
  status: 'failed',
  tests: [
    { name: 'adds two', status: 'passed', hidden: false, durationMs: 2, did: [] },
    { name: 'adds none', status: 'failed', hidden: true, durationMs: 3, did: [], message: 'Expected 0.' },
  ],
  durationMs: 12,
};

test('a report keeps what was graded apart from what is self-reported, and says times, pauses and the end', async () => {
  using world = newWorld();
  const { show, leave, rate } = await afterMock(world);
  await leave();
  await rate('told', { points: ['met', 'partly'], flags: [true] }, 'Say the result first.');
  const text = await show(ReportPage);
  expect(text).toContain('You left before the end');
  expect(text).toMatch(/Not passed[\s\S]*1 of 2 tests[\s\S]*15 min[\s\S]*adds none[\s\S]*Expected 0\./);
  // (1 + 0.5) / 2 less 0.2 for the flag.
  expect(text).toMatch(/55\u00a0%[\s\S]*1 met, 1 partly, 0 missed[\s\S]*1 flag/);
  expect(text).toContain('Say the result first.');
  expect(text).toMatch(/16 min of 30 min[\s\S]*1 pause, 4 min in all/);
  expect(text).toContain('Not begun');
  expect(text).toMatch(/divided by the number of points, and each red flag takes off 20 points/);
});

test('a report shows the code that was saved where nothing was handed in, as text', async () => {
  using world = newWorld();
  const { show, save, leave } = await afterMock(world);
  await save('export const add = (a: Array<number>) => a;');
  await leave();
  const text = await show(ReportPage);
  expect(text).toMatch(/Nothing handed in[\s\S]*Your code as it was saved[\s\S]*\(a: Array&lt;number&gt;\) =&gt; a;/);
  // What was handed in is in the history of the exercise.
  expect(text.match(/Your code as it was saved/g)).toHaveLength(1);
});

test('a report names what to do next, from the test that failed to the lesson behind a weak answer', async () => {
  using world = newWorld();
  const { mockId, show, leave, rate } = await afterMock(world);
  await leave();
  await rate('told', { points: ['missed', 'partly'], flags: [false] });
  const text = await show(ReportPage);
  const next = text.slice(text.indexOf('What to do next'), text.indexOf('What was graded'));
  const paths = [...next.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(paths).toEqual([
    `/interview/mocks/${mockId}/review`,
    '/practice/sums',
    '/learn/craft/code-review',
    '/interview/questions/conflict',
    '/interview/mocks?kind=coding',
  ]);
  expect(next).toContain('It stopped at &quot;adds none&quot;');
});

test('a report says how little a gap between the two sides rests on', async () => {
  using world = newWorld();
  const { show, leave, rate } = await afterMock(world);
  await leave();
  await rate('asked', { points: ['met'], flags: [] });
  const text = await show(ReportPage);
  expect(text).toMatch(/APIs[\s\S]*100\u00a0%[\s\S]*(Too little to conclude from: 1 answer|Nothing was graded)/);
});

test('how well ratings agree over time is told without a mock that was deleted', async () => {
  using world = newWorld();
  const { browser, learnerId, mockId, show, leave, rate } = await afterMock(world);
  await leave();
  await rate('asked', { points: ['met'], flags: [] });
  const mock = { learnerId, kind: 'behavioural', level: 'mid', language: null, seed: 't' } as const;
  const second = await startMock(world.db, { ...mock, parts: parts.slice(0, 1) }, minutesIn(46));
  await actOnMock(world.db, { learnerId, mockId: second.id, action: 'finish', round: 'behavioural' }, minutesIn(47));
  const reportOfSecond = () => show(ReportPage, undefined, second.id);
  const itsRatings = /APIs[\s\S]*100\u00a0%/;
  expect(await reportOfSecond()).toMatch(itsRatings);
  const path = `/api/mocks/${mockId}`;
  const gone = await browser.call(remove, path, { method: 'DELETE', params: { mock: mockId } });
  expect(gone.status).toBe(204);
  expect(await reportOfSecond()).not.toMatch(itsRatings);
});

test('there is no report before the mock is over', async () => {
  using world = newWorld();
  const { show } = await afterMock(world);
  expect(await show(ReportPage)).toContain('This mock interview is not over');
});

test('the list to rate has the rounds that are over and no others', async () => {
  using world = newWorld();
  const { mockId, show, leave, rate } = await afterMock(world);
  const during = await show(ReviewPage);
  expect(during).toContain(`/interview/mocks/${mockId}/review/told`);
  expect(during).not.toContain('review/asked');
  await leave();
  await rate('told', { points: ['met', 'met'], flags: [false] });
  const after = await show(ReviewPage);
  expect(after).toMatch(/A conflict in a team[\s\S]*Own rating 100\u00a0%/);
  expect(after).toMatch(/Paging through orders[\s\S]*Not rated yet/);
  // Its round was never begun.
  expect(after).not.toContain('review/gone');
});

test('an answer stands beside the model answer section by section, and what is written in it stays text', async () => {
  using world = newWorld();
  const { show, leave } = await afterMock(world);
  await leave();
  const text = await show(ReviewPartPage, 'asked');
  expect(text).toMatch(/Interface[\s\S]*GET \/orders\?page=2[\s\S]*GET with a cursor\./);
  expect(text).toMatch(/Requirements[\s\S]*Nothing written here\.[\s\S]*treats this under other headings/);
  expect(text).toContain('A hundred rows a page.');
  expect(text).toContain('&lt;i&gt;x&lt;/i&gt;');
  const story = await show(ReviewPartPage, 'told');
  expect(story).toMatch(/We &lt;b&gt;argued&lt;\/b&gt; about tests\.[\s\S]*The model tells of one review\./);
  expect(story).toContain('Blames the others.');
  expect(story).toContain('What would you do today?');
});

test('the model answer is not shown while its round runs', async () => {
  using world = newWorld();
  const { show } = await afterMock(world);
  await expect(show(ReviewPartPage, 'asked')).rejects.toThrow('NEXT_REDIRECT');
});

test.each([
  ['all of them', { points: ['met', 'partly'], flags: [true] }, 200],
  ['a point fewer', { points: ['met'], flags: [true] }, 409],
  ['a flag more', { points: ['met', 'partly'], flags: [true, false] }, 409],
])('a rating of a question with two points and one flag that marks %s', async (_what, marks, status) => {
  using world = newWorld();
  const { browser, mockId, leave } = await afterMock(world);
  await leave();
  const response = await browser.call(saveReview, `/api/mocks/${mockId}/reviews/told`, {
    method: 'PUT',
    params: { mock: mockId, part: 'told' },
    body: { review: marks, version: 0 },
  });
  expect(response.status).toBe(status);
  if (status === 409) {
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('Reload the page') as string });
  }
});
