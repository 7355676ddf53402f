import { eq } from 'drizzle-orm';
import { createElement, type ReactElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '#db/client';
import { startMock } from '#db/mocks';
import { exerciseProgressOf } from '#db/progress';
import { cardsOf } from '#db/review-cards';
import { mocks as mocksTable, submissions } from '#db/tables';
import { graceMsMax, type MockClock } from '#lib/mock-clock';
import type { GradingEvent, TestResult, Verdict } from '#lib/verdict';
import MockPage from '../../../app/interview/mocks/[mock]/page.tsx';
import MocksPage from '../../../app/interview/mocks/page.tsx';
import { PUT as saveAnswer } from '../../../app/api/mocks/[mock]/answers/[part]/route.ts';
import { GET as code, PUT as saveCode } from '../../../app/api/mocks/[mock]/code/[part]/route.ts';
import { DELETE as remove, GET as clock, PUT as act } from '../../../app/api/mocks/[mock]/route.ts';
import { POST as start } from '../../../app/api/mocks/route.ts';
import { GET as draftVersions } from '../../../app/api/drafts/[exercise]/versions/route.ts';
import { GET as drafts } from '../../../app/api/drafts/[exercise]/route.ts';
import { POST as submit } from '../../../app/api/submissions/route.ts';
import { dropKept } from '../../../app/interview/mocks/drop-kept.ts';
import type { Browser } from '../browser.ts';
import { grader } from '../grader.ts';
import { textOfPage } from '../page-text.ts';
import { newWorld } from '../world.ts';
import { mockContent } from './mock-content.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));
vi.mock('next/navigation', async () => ({
  ...(await vi.importActual<object>('next/navigation')),
  useRouter: () => ({ push: () => undefined, refresh: () => undefined }),
}));
vi.mock('#content/load', async () => (await import('./mock-content.ts')).mockContent);
vi.mock('#sandbox/client', () => import('../grader.ts'));

beforeEach(() => grader.reset());
afterEach(() => vi.restoreAllMocks());

const wish = { kind: 'coding', level: 'junior', language: 'typescript', seed: 'friday' };

async function begun(browser: Browser, change: Partial<Record<keyof typeof wish, string | null>> = {}) {
  const response = await browser.call(start, '/api/mocks', { body: { ...wish, ...change } });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

const clockOf = async (browser: Browser, mock: string) =>
  (await (await browser.call(clock, `/api/mocks/${mock}`, { params: { mock } })).json()) as MockClock;

const doIt = (browser: Browser, mock: string, action: string, round: string) =>
  browser.call(act, `/api/mocks/${mock}`, { method: 'PUT', params: { mock }, body: { action, round } });

/** Moves everything that has happened in a mock into the past, as if somebody had waited. */
function wait(db: Db, mockId: string, ms: number) {
  const row = db.select().from(mocksTable).where(eq(mocksTable.id, mockId)).get()!;
  const rounds = row.rounds.map((round) => ({
    ...round,
    startedAtMs: round.startedAtMs && round.startedAtMs - ms,
    endedAtMs: round.endedAtMs && round.endedAtMs - ms,
    pauses: round.pauses.map(({ fromMs, toMs }) => ({ fromMs: fromMs - ms, toMs: toMs && toMs - ms })),
  }));
  db.update(mocksTable)
    .set({ rounds, startedAt: new Date(row.startedAt.getTime() - ms) })
    .where(eq(mocksTable.id, mockId))
    .run();
}

const partsOf = (db: Db, id: string) => db.select().from(mocksTable).where(eq(mocksTable.id, id)).get()!.parts;

async function handIn(browser: Browser, db: Db, mockId: string, change: Record<string, unknown> = {}) {
  const [part] = partsOf(db, mockId);
  if (part?.type !== 'exercise') throw new Error('the first part is no exercise');
  const place = { mockId, partId: part.id };
  const body = { exercise: part.exerciseId, files: { 'solution.ts': 'x' }, mode: 'submit', mock: place, key: key(1) };
  return browser.call(submit, '/api/submissions', { body: { ...body, ...change } });
}

const key = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const minuteMs = 60_000;

async function eventsOf(response: Response): Promise<GradingEvent[]> {
  const blocks = (await response.text()).split('\n\n').filter(Boolean);
  return blocks.map((block) => JSON.parse(block.replace(/^data: /, '')) as GradingEvent);
}

const test_ = (name: string, status: TestResult['status']): TestResult => ({
  ...{ name, status, hidden: true, durationMs: 1, did: [] },
});
const failing: Verdict = {
  ...{ version: 1, status: 'failed', durationMs: 3 },
  tests: [test_('adds', 'passed'), test_('adds nothing', 'failed'), test_('adds a lot', 'failed')],
};

test('the same seed draws the same for two learners, and no seed draws one that can be shared', async () => {
  using world = newWorld();
  const [ann, ben, cho] = [world.newBrowser(), world.newBrowser(), world.newBrowser()];
  const parts = async (browser: Browser, seed: string | null) => {
    const id = await begun(browser, { seed });
    const { seed: drawn, parts: all } = world.db.select().from(mocksTable).where(eq(mocksTable.id, id)).get()!;
    return { drawn, all };
  };
  const anns = await parts(ann, null);
  expect(anns.drawn).toMatch(/^[a-z2-9]{8}$/);
  expect((await parts(ben, anns.drawn)).all).toEqual(anns.all);
  expect((await parts(cho, ` ${anns.drawn.toUpperCase()} `)).all, 'however it is typed').toEqual(anns.all);
});

test('a second interview is refused while one is open, with the way to that one', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const id = await begun(ann);
  const again = await ann.call(start, '/api/mocks', { body: { ...wish, kind: 'sql' } });
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ code: 'mock-open', mock: id });
  wait(world.db, id, 45 * minuteMs);
  await begun(ann, { kind: 'sql' });
});

test.each([
  ['a seed that is a sentence', { seed: 'draw this; please' }],
  ['a level that there is not', { level: 'expert' }],
  ['SQL as the language of a coding round', { language: 'sql' }],
])('%s is refused, and nothing begins', async (_what, change) => {
  using world = newWorld();
  const response = await world.newBrowser().call(start, '/api/mocks', { body: { ...wish, ...change } });
  expect(response.status).toBe(400);
  expect(world.db.select().from(mocksTable).all()).toEqual([]);
});

test('where the content has not enough, it says what is needed', async () => {
  using world = newWorld();
  const response = await world.newBrowser().call(start, '/api/mocks', { body: { ...wish, language: 'python' } });
  expect(await response.json()).toMatchObject({
    code: 'not-enough-content',
    detail: expect.stringContaining('Coding needs two exercises of kind code in your language') as string,
  });
});

test('the clock is the server’s, and tells nothing of tasks', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const id = await begun(ann);
  wait(world.db, id, 10 * minuteMs);
  const { nowMs, rounds, ...rest } = await clockOf(ann, id);
  expect(nowMs - rounds[0]!.startedAtMs!).toBeGreaterThanOrEqual(10 * minuteMs);
  expect(rest).toEqual({ outcomes: { 'coding-1': 'open', 'coding-2': 'open' } });
});

test('a submission is graded in full and told by its first failure; it counts as any other and makes a card', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const id = await begun(ann);
  grader.verdict = failing;
  const events = await eventsOf(await handIn(ann, world.db, id));
  expect(events.map(({ type }) => type)).toEqual(['stored', 'started', 'verdict']);
  expect(events.at(-1)).toMatchObject({ verdict: { status: 'failed', tests: [{ name: 'adds nothing' }] } });
  expect(JSON.stringify(events)).not.toContain('adds a lot');
  const [stored] = world.db.select().from(submissions).all();
  expect(stored?.verdict).toEqual(failing);
  const { learnerId, exerciseId } = stored!;
  expect(await exerciseProgressOf(world.db, learnerId, exerciseId)).toMatchObject({ failuresBeforePass: 1 });
  expect(await cardsOf(world.db, learnerId)).toMatchObject([{ kind: 'exercise', itemId: exerciseId }]);
  expect((await clockOf(ann, id)).outcomes['coding-1']).toBe('handed-in');

  const again = await eventsOf(await handIn(ann, world.db, id));
  expect(again.at(-1), 'sent twice, told as quietly').toMatchObject({ verdict: { tests: [{ name: 'adds nothing' }] } });
  expect(world.db.select().from(submissions).all()).toHaveLength(1);

  grader.reset();
  await eventsOf(await handIn(ann, world.db, id, { key: key(2) }));
  expect(await exerciseProgressOf(world.db, learnerId, exerciseId)).toMatchObject({
    status: 'passed',
    failuresBeforePass: 1,
    hintsUsed: 0,
  });
  expect((await clockOf(ann, id)).outcomes['coding-1']).toBe('passed');
});

test('a submission a moment late counts; a later one is refused with words, stored nowhere and counted nowhere', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const id = await begun(ann);
  // Ten seconds of grace, of which a slow machine may use some.
  wait(world.db, id, 45 * minuteMs + 1);
  expect((await eventsOf(await handIn(ann, world.db, id))).at(-1)).toMatchObject({ verdict: { status: 'passed' } });
  wait(world.db, id, graceMsMax);
  const late = await handIn(ann, world.db, id, { key: key(2) });
  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({ code: 'mock-over', detail: expect.stringContaining('over') as string });
  const run = await handIn(ann, world.db, id, { mode: 'run' });
  expect(run.status).toBe(409);
  const resent = await handIn(ann, world.db, id);
  expect((await eventsOf(resent)).at(-1), 'what counted once can be asked for again').toMatchObject({
    type: 'verdict',
  });
  expect(world.db.select().from(submissions).all()).toHaveLength(1);
});

test.each([
  ['of another exercise', (mockId: string) => ({ exercise: 'tokens', mock: { mockId, partId: 'coding-1' } })],
  ['for a part that there is not', (mockId: string) => ({ mock: { mockId, partId: 'coding-9' } })],
  ['for a mock that there is not', () => ({ mock: { mockId: 'mck_none', partId: 'coding-1' } })],
])('a submission %s is refused', async (_what, change) => {
  using world = newWorld();
  const ann = world.newBrowser();
  const id = await begun(ann);
  expect((await handIn(ann, world.db, id, change(id))).status).toBe(404);
  expect(world.db.select().from(submissions).all()).toEqual([]);
});

test('a submission without a key is refused: it could not be told from one that is sent twice', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const id = await begun(ann);
  expect((await handIn(ann, world.db, id, { key: undefined })).status).toBe(400);
});

test('nobody hands in for a mock of somebody else', async () => {
  using world = newWorld();
  const [ann, ben] = [world.newBrowser(), world.newBrowser()];
  const id = await begun(ann);
  expect((await handIn(ben, world.db, id)).status).toBe(404);
});

test('the code of a mock is its own: practice neither sees it nor keeps its runs', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const id = await begun(ann);
  const [part] = partsOf(world.db, id);
  const exercise = part?.type === 'exercise' ? part.exerciseId : '';
  const params = { mock: id, part: part!.id };
  const body = { file: 'solution.ts', source: 'mine', baseRevision: null };
  const saved = await ann.call(saveCode, `/api/mocks/${id}/code/${part!.id}`, { method: 'PUT', params, body });
  expect(await saved.json()).toMatchObject({ revision: 1 });
  const mine = await ann.call(code, `/api/mocks/${id}/code/${part!.id}`, { params });
  expect(await mine.json()).toMatchObject({ files: { 'solution.ts': { source: 'mine' } } });
  const ofPractice = await ann.call(drafts, `/api/drafts/${exercise}`, { params: { exercise } });
  expect(await ofPractice.json()).toMatchObject({ files: {} });
  await eventsOf(await handIn(ann, world.db, id, { mode: 'run', key: undefined }));
  const at = `/api/drafts/${exercise}/versions?file=solution.ts`;
  const versions = await ann.call(draftVersions, at, { params: { exercise } });
  expect(await versions.json()).toMatchObject({ versions: [] });
});

test.each([
  ['api-design', 'paging', 'orders'],
  ['security', 'hashing', 'tokens'],
  ['system-design', 'chat', ''],
  ['behavioural', 'conflict', ''],
])(
  'a mock of kind %s shows its tasks while it runs, and hides them while it is paused',
  async (kind, first, second) => {
    using world = newWorld();
    const ann = world.newBrowser();
    const mock = await begun(ann, { kind });
    const page = async () => {
      const element = createElement(MockPage as never, { params: Promise.resolve({ mock }) } as never);
      return (await ann.call(async () => new Response(await textOfPage(element)), `/interview/mocks/${mock}`)).text();
    };
    const running = await page();
    expect(running).toContain('Tell me about');
    expect(running).toContain(kind === 'behavioural' ? '30:00' : ':00');
    for (const title of [first, second]) expect(running).toContain(title);
    await doIt(ann, mock, 'pause', kind);
    const paused = await page();
    expect(paused).toContain('Paused');
    expect(paused).not.toContain('Tell me about');
    await doIt(ann, mock, 'resume', kind);
    expect(await page()).toContain('Tell me about');
    await doIt(ann, mock, 'finish', kind);
    const over = await page();
    expect(over).toContain('The interview is over');
    expect(over).not.toContain('Tell me about');
  },
);

test('a day goes from round to round, each with its own clock, and what is next is not told before it begins', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const id = await begun(ann, { kind: 'loop' });
  const rounds = (await clockOf(ann, id)).rounds.map(({ kind }) => kind);
  expect(rounds).toHaveLength(5);
  const page = async () => {
    const element = createElement(MockPage as never, { params: Promise.resolve({ mock: id }) } as never);
    return (await ann.call(async () => new Response(await textOfPage(element)), `/interview/mocks/${id}`)).text();
  };
  for (const [index, round] of rounds.entries()) {
    const parts = partsOf(world.db, id).filter((part) => part.round === round);
    const saves = parts.filter(({ type }) => type === 'question');
    for (const part of saves) {
      const params = { mock: id, part: part.id };
      const body = { answer: { sections: { task: round } }, version: 0 };
      const saved = await ann.call(saveAnswer, `/api/mocks/${id}/answers/${part.id}`, { method: 'PUT', params, body });
      expect(saved.status).toBe(200);
    }
    if (index === 1) wait(world.db, id, 30 * minuteMs);
    else await doIt(ann, id, 'finish', round);
    const next = rounds[index + 1];
    if (!next) continue;
    const text = await page();
    expect(text).toContain('Break');
    expect(text).not.toContain('Tell me about');
    await doIt(ann, id, 'begin', next);
  }
  const { rounds: after } = await clockOf(ann, id);
  expect(after.map(({ ended }) => ended)).toEqual(['finished', 'timed-out', 'finished', 'finished', 'finished']);
  expect(await page()).toContain('The time is over');
});

test('a review is marked and handed in without what its page of practice offers, and told its first failure alone', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  await begun(ann);
  const { learnerId, id: open } = world.db.select().from(mocksTable).get()!;
  await doIt(ann, open, 'leave', 'coding');
  const part = { type: 'exercise', id: 'security-2', round: 'security', minutes: 16, exerciseId: 'diff' } as const;
  const drawn = { learnerId, kind: 'security', level: 'mid', language: null, seed: 's', parts: [part] } as const;
  const { id: mock } = await startMock(world.db, { ...drawn, parts: [part] });
  const element = createElement(MockPage as never, { params: Promise.resolve({ mock }) } as never);
  const page = await ann.call(async () => new Response(await textOfPage(element)), `/interview/mocks/${mock}`);
  const text = await page.text();
  expect(text).toMatch(/artefact\.diff[\s\S]*Your marks[\s\S]*Submit the review/);
  expect(text).not.toMatch(/[Hh]int|Show me the findings|History/);

  const params = { mock, part: part.id };
  const answers = JSON.stringify({ marks: [] });
  const body = { file: 'answers.json', source: answers, baseRevision: null };
  const saved = await ann.call(saveCode, `/api/mocks/${mock}/code/${part.id}`, { method: 'PUT', params, body });
  expect(saved.status).toBe(200);
  const failed = (name: string): TestResult => ({
    ...{ name, status: 'failed', hidden: false, durationMs: 0, did: [] },
    answer: { type: 'finding', severity: 'major', lines: [] },
  });
  const verdict: Verdict = { version: 1, status: 'failed', tests: [failed('one'), failed('two')], durationMs: 1 };
  grader.verdict = verdict;
  const sent = await ann.call(submit, '/api/submissions', {
    body: {
      ...{ exercise: 'diff', files: { 'answers.json': answers }, mode: 'submit', key: key(1) },
      mock: { mockId: mock, partId: part.id },
    },
  });
  expect((await eventsOf(sent)).at(-1)).toMatchObject({ type: 'verdict', verdict: { tests: [failed('one')] } });
});

test('the page of a day names no task of another round', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const mock = await begun(ann, { kind: 'loop' });
  const sent = await ann.call(async () => {
    const { props } = (await MockPage({ params: Promise.resolve({ mock }) })) as ReactElement<Record<string, unknown>>;
    return Response.json([props.mock, props.clock]);
  }, `/interview/mocks/${mock}`);
  const text = await sent.text();
  const parts = partsOf(world.db, mock);
  for (const part of parts) {
    expect(text).toContain(`"${part.id}"`);
    expect(text).not.toContain(`"${part.type === 'question' ? part.questionId : part.exerciseId}"`);
  }
});

test('the list offers to go on with an open interview, and past ones with their seed', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const list = async (search = {}) => {
    const element = createElement(MocksPage as never, { searchParams: Promise.resolve(search) } as never);
    return (await ann.call(async () => new Response(await textOfPage(element)), '/interview/mocks')).text();
  };
  expect(await list()).toContain('None yet.');
  expect(await list({ seed: 'monday', kind: 'sql', level: 'nonsense' })).toContain('value="monday"');
  const id = await begun(ann);
  expect(await list()).toContain(`/interview/mocks/${id}`);
  wait(world.db, id, 45 * minuteMs);
  const after = await list();
  expect(after).toContain('The time ran out');
  expect(after).toContain('seed=friday');
});

test('one that is over can be deleted from the list, one that is open cannot', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const id = await begun(ann);
  const gone = () => ann.call(remove, `/api/mocks/${id}`, { method: 'DELETE', params: { mock: id } });
  expect(await (await gone()).json()).toMatchObject({ code: 'mock-not-over' });
  wait(world.db, id, 45 * minuteMs);
  const list = async () => {
    const element = createElement(MocksPage as never, { searchParams: Promise.resolve({}) } as never);
    return (await ann.call(async () => new Response(await textOfPage(element)), '/interview/mocks')).text();
  };
  const before = await list();
  expect(before).toContain('Delete<span class="visually-hidden">: <!-- -->Coding, junior');
  // The dialog that asks holds a paragraph, and may not stand in one.
  expect(before).not.toMatch(/<p[^>]*>(?:(?!<\/p>)[\s\S])*<dialog/);
  expect((await gone()).status).toBe(204);
  expect(await list()).toContain('None yet.');
});

test('what a browser keeps of a mock goes with it, and nothing else', () => {
  const entries = new Map(
    [
      'underpin:draft:lrn_ann:mck_one:asked',
      'underpin:draft:lrn_ann:mck_one-coding-1:solution.ts#tab',
      'underpin:rating:lrn_ann:mck_one:asked',
      'underpin:draft:lrn_ann:mck_oneandahalf:asked',
      'underpin:draft:lrn_ann:sums:solution.ts',
      'another:mck_one:page',
    ].map((name) => [name, 'x']),
  );
  const storage = Object.fromEntries(entries);
  Object.defineProperty(storage, 'removeItem', {
    value: (name: string) => Reflect.deleteProperty(storage, name),
    enumerable: false,
  });
  dropKept(storage as unknown as Storage, 'mck_one');
  dropKept(null, 'mck_one');
  expect(Object.keys(storage)).toEqual([...entries.keys()].slice(3));
});

test('an exercise that a newer build has no more is said to be gone, and the rest goes on', async () => {
  using world = newWorld();
  const ann = world.newBrowser();
  const mock = await begun(ann);
  vi.spyOn(mockContent, 'exercisePage').mockReturnValue(null);
  const element = createElement(MockPage as never, { params: Promise.resolve({ mock }) } as never);
  const page = await ann.call(async () => new Response(await textOfPage(element)), `/interview/mocks/${mock}`);
  expect(await page.text()).toContain('This task is no longer here.');
});
