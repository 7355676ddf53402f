import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const asked: { path: string; headers: Headers; body: string }[] = [];
const added: { work: object; owner: string }[] = [];
let status: number | null;

vi.mock('#lib/outbox/here', () => ({
  outboxHere: () => ({
    add: async (work: object, { owner }: { owner: string }) => void added.push({ work, owner }),
    flush: async () => undefined,
    waits: () => true,
  }),
}));

beforeEach(() => {
  vi.resetModules();
  asked.length = added.length = 0;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path === '/api/me') return Response.json({ learner: { kind: 'guest', id: 'lrn_ann' }, lessons: {} });
    asked.push({ path, headers: new Headers(init.headers), body: String(init.body) });
    if (status === null) throw new TypeError('offline');
    return new Response(null, { status });
  });
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function openLesson() {
  await (await import('#components/me')).refreshMe();
  return import('../../app/learn/[track]/[lesson]/report.ts');
}

test('a mark that reaches the server is stored there, as its learner’s, and nothing is kept', async () => {
  status = 200;
  const { setLessonDone } = await openLesson();
  expect(await setLessonDone('adding', true)).toBe('stored');
  expect(asked[0]?.headers.get('x-underpin-learner')).toBe('lrn_ann');
  expect(added).toEqual([]);
});

test.each([null, 503, 429])('a mark and an answer that the server does not take now (%s) are kept', async (answer) => {
  status = answer;
  const { reportCheck, setLessonDone } = await openLesson();
  expect(await setLessonDone('adding', true)).toBe('kept');
  await reportCheck('adding', 'carry', false);
  expect(added).toEqual([
    { work: { kind: 'lesson', lesson: 'adding', done: true }, owner: 'lrn_ann' },
    { work: { kind: 'check', lesson: 'adding', check: 'carry', correct: false }, owner: 'lrn_ann' },
  ]);
});

test('a mark that the server refuses for good is not kept, and the button hears of it', async () => {
  status = 404;
  const { setLessonDone } = await openLesson();
  await expect(setLessonDone('gone', true)).rejects.toThrow('404');
  expect(added).toEqual([]);
});
