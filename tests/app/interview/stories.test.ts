import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nobodyYet } from '#lib/for-learner';
import { emptyStory, readStory, speakingSeconds, storySource, storyThemes, type Story } from '#lib/story';
import { Coverage } from '../../../app/interview/stories/coverage.tsx';
import { NoStory } from '../../../app/interview/stories/rehearse/no-story.tsx';
import { StoriesInFull } from '../../../app/interview/stories/stories-in-full.tsx';
import { Part } from '../../../app/interview/stories/story-editor.tsx';
import { storyShelf } from '../../../app/interview/stories/story-shelf.ts';
import { listStories } from '../../../app/interview/stories/story-api.ts';
import { partAdvice, storyAdvice } from '../../../app/interview/stories/story-words.ts';
import type { DraftOwner } from '../../../app/practice/[exercise]/draft-snapshot.ts';
import { htmlOf, wordsOf } from '../../components/render.ts';
import { GET as list } from '../../../app/api/stories/route.ts';
import { PUT, DELETE } from '../../../app/api/stories/[story]/route.ts';
import * as versions from '../../../app/api/stories/[story]/versions/route.ts';
import { takeFrom } from '../../../app/limits.ts';
import type { Browser } from '../browser.ts';
import { newWorld } from '../world.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const told = (title: string, more: Partial<Story> = {}): Story => ({ ...emptyStory, title, ...more });
const titles = (shelf: ReturnType<typeof storyShelf>) => shelf.snapshot().stories.map(({ story }) => story.title);

/** A browser's storage, shared by its tabs. */
function newStorage() {
  const entries = new Map<string, string>();
  const methods = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
  return new Proxy(methods, {
    ownKeys: () => [...entries.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }) as unknown as Storage;
}

/** The real routes behind `fetch`, so that the page and the server are proved together. */
function connect(browser: Browser, line: { isUp: boolean } = { isUp: true }) {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (!line.isUp) throw new TypeError('no connection');
    const [, id = '', part] = /^\/api\/stories(?:\/([^/?]+))?(\/versions)?(?:\?.*)?$/.exec(path) ?? [];
    const routes = part ? versions : { GET: list, PUT, DELETE, POST: versions.POST };
    const method = (init.method ?? 'GET') as 'GET' | 'PUT' | 'POST' | 'DELETE';
    const handler = routes[method] as Parameters<Browser['call']>[0];
    return browser.call(handler, path, {
      method,
      params: { story: id },
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(init.body !== undefined && { body: init.body as string }),
    });
  });
}

function openTab(storage: Storage, owner: DraftOwner) {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  const shelf = storyShelf({ tab: crypto.randomUUID(), owner, storage, list: listStories });
  const end = shelf.start();
  return { shelf, page, [Symbol.dispose]: end };
}

/** Until nothing is under way: each step may start the next. */
async function settle() {
  for (let step = 0; step < 6; step += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

const nobody: DraftOwner = { id: nobodyYet, formerly: [] };

async function learnerIn(browser: Browser): Promise<DraftOwner> {
  const { GET } = await import('../../../app/api/me/route.ts');
  const me = (await (await browser.call(GET, '/api/me')).json()) as { learner: { id: string } };
  return { id: me.learner.id, formerly: [] };
}

test('a story is on the server and in the browser as it was typed, and there again on the next visit', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  connect(browser);
  const storage = newStorage();
  {
    using tab = openTab(storage, nobody);
    await settle();
    tab.shelf.begin('story-one');
    tab.shelf.storeOf('story-one')!.edit(storySource(told('The queue', { themes: ['conflict'] })));
    await settle();
  }
  const owner = await learnerIn(browser);
  using again = openTab(newStorage(), owner);
  await settle();
  expect(again.shelf.snapshot()).toMatchObject({
    status: 'ready',
    stories: [{ id: 'story-one', story: { title: 'The queue', themes: ['conflict'] } }],
  });
});

test('what was written without a connection is sent on a later visit, whichever story is open then', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const line = { isUp: true };
  connect(browser, line);
  const storage = newStorage();
  using first = openTab(storage, nobody);
  await settle();
  first.shelf.begin('story-one');
  first.shelf.storeOf('story-one')!.edit(storySource(told('one')));
  await settle();
  const owner = await learnerIn(browser);
  first.shelf.belongTo(owner);
  await settle();
  line.isUp = false;
  first.shelf.begin('story-two');
  first.shelf.storeOf('story-two')!.edit(storySource(told('two')));
  await settle();
  first[Symbol.dispose]();
  {
    using offline = openTab(storage, owner);
    await settle();
    expect(offline.shelf.snapshot().status).toBe('offline');
    expect(titles(offline.shelf)).toEqual(['one', 'two']);
  }
  line.isUp = true;
  {
    using back = openTab(storage, owner);
    await settle();
    expect(titles(back.shelf)).toEqual(['one', 'two']);
  }
  const { stories } = (await (await browser.call(list, '/api/stories')).json()) as { stories: { story: Story }[] };
  expect(stories.map(({ story }) => story.title)).toEqual(['one', 'two']);
});

test('two devices that differ leave the choice, and the text that is not chosen is in the history', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  connect(browser);
  const desk = newStorage();
  using atDesk = openTab(desk, nobody);
  await settle();
  atDesk.shelf.begin('story-one');
  const deskStore = atDesk.shelf.storeOf('story-one')!;
  deskStore.edit(storySource(told('first')));
  await settle();
  const owner = await learnerIn(browser);
  atDesk.shelf.belongTo(owner);
  await settle();
  using onPhone = openTab(newStorage(), owner);
  await settle();
  onPhone.shelf.storeOf('story-one')!.edit(storySource(told('from the phone')));
  await settle();
  deskStore.edit(storySource(told('from the desk')));
  await settle();
  expect(deskStore.snapshot()).toMatchObject({ state: 'conflict' });
  expect(readStory(deskStore.snapshot().other!.source)?.title).toBe('from the phone');
  await deskStore.takeOther();
  const kept = await deskStore.versions();
  expect(kept.ok && kept.value.versions.map(({ source }) => readStory(source)?.title)).toContain('from the desk');
});

test('a deleted story can be brought back until the page is left, and stays away from other devices', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  connect(browser);
  using here = openTab(newStorage(), nobody);
  await settle();
  here.shelf.begin('story-one');
  const store = here.shelf.storeOf('story-one')!;
  store.edit(storySource(told('kept')));
  await settle();
  const owner = await learnerIn(browser);
  here.shelf.belongTo(owner);
  await settle();
  const phone = newStorage();
  {
    using onPhone = openTab(phone, owner);
    await settle();
    expect(titles(onPhone.shelf)).toEqual(['kept']);
  }
  await store.reset();
  await settle();
  expect(titles(here.shelf)).toEqual([]);
  {
    // The phone still has a copy; it must not come back from there.
    using onPhone = openTab(phone, owner);
    await settle();
    expect(titles(onPhone.shelf)).toEqual([]);
  }
  store.undo();
  await settle();
  expect(titles(here.shelf)).toEqual(['kept']);
  using later = openTab(newStorage(), owner);
  await settle();
  expect(titles(later.shelf)).toEqual(['kept']);
});

/** A story saved at a desk, and a newer text of it that was saved by a phone since. */
async function changedOnThePhone(browser: Browser, line: { isUp: boolean }) {
  connect(browser, line);
  const storage = newStorage();
  const desk = openTab(storage, nobody);
  await settle();
  desk.shelf.begin('story-one');
  const store = desk.shelf.storeOf('story-one')!;
  store.edit(storySource(told('first')));
  await settle();
  const owner = await learnerIn(browser);
  desk.shelf.belongTo(owner);
  await settle();
  using phone = openTab(newStorage(), owner);
  await settle();
  phone.shelf.storeOf('story-one')!.edit(storySource(told('from the phone')));
  await settle();
  return { store, storage, owner, [Symbol.dispose]: desk[Symbol.dispose] };
}

const onServer = async (browser: Browser) => {
  const { stories } = (await (await browser.call(list, '/api/stories')).json()) as { stories: { story: Story }[] };
  return stories.map(({ story }) => story.title);
};

test('deleting does not take away what another device has written since: the learner chooses', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  using desk = await changedOnThePhone(browser, { isUp: true });
  const { store } = desk;
  await store.reset();
  expect(store.snapshot()).toMatchObject({ source: '', state: 'conflict' });
  expect(readStory(store.snapshot().other!.source)?.title).toBe('from the phone');
  expect(await onServer(browser)).toEqual(['from the phone']);
  store.keepMine();
  await settle();
  expect(await onServer(browser)).toEqual([]);
  // It can still be brought back.
  store.undo();
  await settle();
  expect(await onServer(browser)).toEqual(['first']);
});

test('a story that was deleted without a connection stays in sight where another device has changed it', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const line = { isUp: true };
  const desk = await changedOnThePhone(browser, line);
  const { store, storage, owner } = desk;
  line.isUp = false;
  await store.reset();
  desk[Symbol.dispose]();
  line.isUp = true;
  using later = openTab(storage, owner);
  await settle();
  expect(await onServer(browser)).toEqual(['from the phone']);
  expect(later.shelf.snapshot().stories).toMatchObject([
    { story: { title: 'from the phone' }, draft: { source: '', state: 'conflict' } },
  ]);
  await later.shelf.storeOf('story-one')!.takeOther();
  await settle();
  expect(later.shelf.snapshot().stories).toMatchObject([{ draft: { state: 'saved' } }]);
});

test('a story that is deleted while its last words are saved is gone', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  connect(browser);
  using here = openTab(newStorage(), nobody);
  await settle();
  here.shelf.begin('story-one');
  const store = here.shelf.storeOf('story-one')!;
  store.edit(storySource(told('first')));
  await settle();
  store.edit(storySource(told('last words')));
  // The save is under way, and its answer is not there yet.
  vi.advanceTimersByTime(1000);
  await store.reset();
  await settle();
  expect(store.snapshot()).toMatchObject({ source: '', other: null, state: 'saved' });
  expect(await onServer(browser)).toEqual([]);
});

test('a loop that saves, deletes and keeps is held up, and told for how long', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const story = { params: { story: 'story-one' } };
  const path = '/api/stories/story-one';
  const saved = { ...story, method: 'PUT', body: { story: told('x'), baseRevision: null } };
  expect((await browser.call(PUT, path, saved)).status).toBe(200);
  const { id } = await learnerIn(browser);
  while (!(await takeFrom('stories', id))) continue;
  const kept = { ...story, body: { story: told('y'), reason: 'restore' } };
  const answers = [
    await browser.call(PUT, path, saved),
    await browser.call(DELETE, path, { ...story, method: 'DELETE' }),
    await browser.call(versions.POST, `${path}/versions`, kept),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

test('a story of another shape, too long, or under no id of ours is refused', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  const put = async (story: string, body: unknown) =>
    (await browser.call(PUT, `/api/stories/${story}`, { method: 'PUT', params: { story }, body })).status;
  expect(await put('story-one', { story: told('x'), baseRevision: null })).toBe(200);
  expect(await put('story-one', { story: { ...told('x'), extra: 1 }, baseRevision: null })).toBe(400);
  expect(await put('story-one', { story: told('x', { task: 'a'.repeat(8_001) }), baseRevision: null })).toBe(400);
  expect(await put('story-one', { story: { ...told('x'), themes: ['luck'] }, baseRevision: null })).toBe(400);
  expect(await put('Story one', { story: told('x'), baseRevision: null })).toBe(400);
});

test('the matrix says in words which theme has no story, and marks the others for eyes and ears', () => {
  const stories = [
    { id: 'one', story: told('The queue', { themes: ['failure', 'deadline'] }) },
    { id: 'two', story: told('The merge', { themes: storyThemes.filter((theme) => theme !== 'ambiguity') }) },
  ];
  const words = wordsOf(Coverage, { stories });
  expect(words).toContain('No story yet for ambiguity.');
  expect(words).toContain('Failure 2 yes yes');
  expect(words).toContain('Conflict 1 yes');
  expect(words).toContain('Ambiguity none');
  expect(htmlOf(Coverage, { stories })).toContain('<th scope="row">Failure</th>');
  expect(wordsOf(Coverage, { stories: [] })).toContain('No story yet for any theme.');
  const whole = [{ id: 'all', story: told('All', { themes: [...storyThemes] }) }];
  expect(wordsOf(Coverage, { stories: whole })).toContain('Every theme has a story.');
});

test('the five themes of the question bank come first', () => {
  expect(storyThemes.slice(0, 5)).toEqual([
    'project-management',
    'team-collaboration',
    'problem-solving-approach',
    'learning-new-technologies',
    'handling-technical-debt',
  ]);
});

test('on paper a story stands in full, without parts that are empty', () => {
  const story = told('The queue', { situation: 'It was full.', otherwise: 'Measure first.' });
  const words = wordsOf(StoriesInFull, { stories: [{ id: 'one', story }] });
  expect(words).toBe('The queue Situation It was full. What you would do otherwise Measure first.');
});

test('lengths are told in words and in the time they take', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  expect(speakingSeconds(280)).toBe(120);
  expect(partAdvice('task', '')).toBe('15 to 30 words (up to 15 s) are a good length');
  expect(partAdvice('action', words(120))).toBe('120 words, about 50 s: a good length');
  expect(partAdvice('result', words(90))).toMatch(/^90 words, about 40 s; 30 to 50 words .*What could go\?$/);
  expect(storyAdvice(told('x', { action: words(300) }))).toMatch(/longer than two minutes/);
  expect(storyAdvice(told('x', { action: words(200), otherwise: words(200) }))).toMatch(/within two minutes/);
});

test('a part that has taken all it can says that the rest was cut', () => {
  const words = (chars: number) => wordsOf(Part, { part: 'task', text: 'a'.repeat(chars), onChange: () => undefined });
  expect(words(7_999)).not.toContain('Cut');
  expect(words(8_000)).toContain('Cut at 8,000 characters: there is no room for more.');
});

test('the same story is the same text, whatever the order in which its themes were chosen', () => {
  const one = told('x', { themes: ['deadline', 'conflict'] });
  const other = told('x', { themes: ['conflict', 'deadline'] });
  expect(storySource(one)).toBe(storySource(other));
  expect(readStory(storySource(one))).toEqual(other);
  expect(readStory('')).toBeNull();
});

test('whoever rehearses before there is a story is led to writing one, and not told of one that was deleted', () => {
  const first = wordsOf(NoStory, { isNamed: false, isOffline: false });
  expect(first).toContain('No story yet');
  expect(first).toContain('Write your first story');
  expect(first).not.toContain('deleted');
  expect(wordsOf(NoStory, { isNamed: true, isOffline: false })).toContain('It was deleted');
  expect(wordsOf(NoStory, { isNamed: false, isOffline: true })).toContain('The server does not answer');
});
