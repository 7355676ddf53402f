import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer } from '#lib/api-call';
import { nobodyYet } from '#lib/for-learner';
import { markLate, unsavedDrafts } from '#lib/unsaved-drafts';
import type { DraftAnswer, PutOutcome, ServerDraft } from '../../../app/practice/[exercise]/draft-api.ts';
import { draftRecords, type DraftRecord } from '../../../app/practice/[exercise]/draft-record.ts';
import type { DraftOwner } from '../../../app/practice/[exercise]/draft-snapshot.ts';
import { draftStore } from '../../../app/practice/[exercise]/draft-store.ts';
import { draftWords } from '../../../app/practice/[exercise]/draft-words.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const refusal = (code: string) => ({ code, status: 0, detail: '', retryAfterMs: null, body: undefined });
const draft = (source: string, revision: number): ServerDraft => ({
  source,
  revision,
  updatedAt: '2026-01-01T00:00:00Z',
});
const record = (source: string, change: Partial<DraftRecord> = {}): DraftRecord => ({
  source,
  revision: null,
  dirty: true,
  sent: null,
  id: 'past:1',
  on: null,
  late: false,
  ...change,
});

const ann: DraftOwner = { id: 'lrn_ann', formerly: [] };
const ben: DraftOwner = { id: 'lrn_ben', formerly: [] };
const nobody: DraftOwner = { id: nobodyYet, formerly: [] };
const keyOf = (owner: string) => `underpin:draft:${owner}:sums:solution.ts`;

/** Storage that all tabs share, each of which hears what the others write. */
function sharedStorage() {
  const entries = new Map<string, string>();
  const tabs = new Set<EventTarget>();
  const state = { full: false };
  const storageOf = (own: EventTarget): Storage => {
    tabs.add(own);
    const tell = (key: string, newValue: string | null) => {
      for (const tab of tabs)
        if (tab !== own) tab.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
    };
    const methods = {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (state.full) throw new DOMException('full', 'QuotaExceededError');
        entries.set(key, value);
        tell(key, value);
      },
      removeItem: (key: string) => {
        entries.delete(key);
        tell(key, null);
      },
    };
    // Names are read as those of an object, which is how a browser shows them.
    return new Proxy(methods, {
      ownKeys: () => [...entries.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }) as unknown as Storage;
  };
  const close = (tab: EventTarget) => tabs.delete(tab);
  return { entries, state, storageOf, close };
}

type World = ReturnType<typeof newWorld>;

/** A browser, and a server with drafts of each learner that behaves like ours until it is told otherwise. */
function newWorld({ kept = null, server = null }: { kept?: DraftRecord | null; server?: ServerDraft | null } = {}) {
  const storage = sharedStorage();
  if (kept) storage.entries.set(keyOf(ann.id), JSON.stringify(kept));
  return {
    storage,
    /** Whom the server takes the browser for. */
    signedIn: ann,
    servers: new Map<string, ServerDraft | null>([[ann.id, server]]),
    get server() {
      return this.servers.get(ann.id) ?? null;
    },
    keptOf: (owner: DraftOwner): DraftRecord | null =>
      JSON.parse(storage.entries.get(keyOf(owner.id)) ?? 'null') as DraftRecord | null,
    problem: null as string | null,
    /** The learner's code of the step before. */
    carried: null as string | null,
    puts: [] as string[],
    last: [] as string[],
    /** What was put into the history. */
    versions: [] as string[],
  };
}

/** A tab with the exercise open. `crash` ends it without a word; the end of the block leaves by a link. */
function openTab(
  world: World,
  {
    owner = world.signedIn,
    blocked = false,
    hasHistory = true,
  }: { owner?: DraftOwner; blocked?: boolean; hasHistory?: boolean } = {},
) {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  const tab = crypto.randomUUID();
  const storage = blocked ? null : world.storage.storageOf(page);
  let crashed = false;
  let unsure = 0;
  const problemFor = (sender: string): string | null => {
    const { signedIn } = world;
    const isTheirs = sender === nobodyYet || sender === signedIn.id || signedIn.formerly.includes(sender);
    return world.problem ?? (isTheirs ? null : 'other-learner');
  };
  const put = (sender: string, source: string, baseRevision: number | null): PutOutcome => {
    const code = problemFor(sender);
    if (code) return { type: 'problem', problem: refusal(code) };
    const { id } = world.signedIn;
    const current = world.servers.get(id) ?? null;
    world.puts.push(source);
    if (current?.source === source) return { type: 'saved', revision: current.revision };
    if (current && current.revision !== baseRevision) return { type: 'conflict', current };
    world.servers.set(id, draft(source, (current?.revision ?? 0) + 1));
    return { type: 'saved', revision: world.servers.get(id)!.revision };
  };
  const store = draftStore({
    starter: 'starter',
    tab,
    owner,
    hasHistory,
    onUnsure: () => (unsure += 1),
    open: (of) => ({
      records: draftRecords({ exercise: 'sums', file: 'solution.ts', tab }, of, storage),
      api: {
        get: async (): Promise<Answer<DraftAnswer>> => {
          const code = problemFor(of.id);
          if (code) return { ok: false, problem: refusal(code) };
          return { ok: true, value: { draft: world.servers.get(world.signedIn.id) ?? null, carried: world.carried } };
        },
        put: async (source, baseRevision) => put(of.id, source, baseRevision),
        putLast: (source, baseRevision) => {
          if (crashed) return;
          world.last.push(source);
          put(of.id, source, baseRevision);
        },
        versions: async () => ({ ok: true, value: { versions: [] } }),
        keep: async (source) => {
          const code = problemFor(of.id);
          if (code) return { ok: false, problem: refusal(code) };
          world.versions.push(source);
          return { ok: true, value: null };
        },
        remove: async () => {
          if (problemFor(of.id)) return false;
          world.servers.set(world.signedIn.id, null);
          return true;
        },
      },
    }),
  });
  const end = store.start();
  const close = () => {
    world.storage.close(page);
    end();
  };
  return {
    ...store,
    world,
    unsure: () => unsure,
    settle: () => vi.advanceTimersByTimeAsync(0),
    pause: () => vi.advanceTimersByTimeAsync(1000),
    leave: () => page.dispatchEvent(new Event('pagehide')),
    comeOnline: () => page.dispatchEvent(new Event('online')),
    mayLeave: () => page.dispatchEvent(new Event('beforeunload', { cancelable: true })),
    crash: () => {
      crashed = true;
      close();
    },
    [Symbol.dispose]: () => {
      if (!crashed) close();
    },
  };
}

const device = (options: Parameters<typeof newWorld>[0] = {}) => openTab(newWorld(options));

test('every keystroke is in the browser’s storage at once', () => {
  using here = device();
  here.edit('s');
  expect(here.world.keptOf(ann)).toMatchObject({ source: 's', dirty: true });
});

test('a pause sends the latest text, once', async () => {
  using here = device();
  await here.settle();
  here.edit('a');
  here.edit('ab');
  await here.pause();
  expect(here.world.puts).toEqual(['ab']);
  expect(here.snapshot().state).toBe('saved');
});

test('a newer draft on the server is loaded when nothing was typed here', async () => {
  using here = device({ kept: record('old', { revision: 1, dirty: false }), server: draft('new', 2) });
  await here.settle();
  expect(here.snapshot()).toMatchObject({ source: 'new', state: 'saved' });
});

test('what is typed before the server has answered is not replaced', async () => {
  using here = device({ server: draft('from elsewhere', 3) });
  here.edit('typed at once');
  await here.settle();
  expect(here.snapshot().source).toBe('typed at once');
  await here.pause();
  expect(here.snapshot()).toMatchObject({ state: 'conflict', other: { source: 'from elsewhere' } });
});

test('a save whose answer was lost is no conflict', async () => {
  using here = device({ kept: record('ab', { revision: 1, sent: 'a' }), server: draft('a', 2) });
  await here.pause();
  expect(here.snapshot().state).toBe('saved');
  expect(here.world.server).toMatchObject({ source: 'ab', revision: 3 });
});

test('leaving while typing sends the last words, and coming back goes on from there', async () => {
  const world = newWorld({ server: draft('a', 1) });
  {
    using here = openTab(world);
    await here.settle();
    here.edit('ab');
    here.leave();
  }
  expect(world.last[0]).toBe('ab');
  using again = openTab(world);
  again.edit('abc');
  await again.pause();
  expect(again.snapshot()).toMatchObject({ source: 'abc', state: 'saved', other: null });
});

test('a tab that crashes in mid-word loses no letter: the next visit has it and sends it', async () => {
  const world = newWorld({ server: draft('a', 1) });
  using here = openTab(world);
  await here.settle();
  here.edit('ab');
  here.crash();
  expect(world.last).toEqual([]);
  using again = openTab(world);
  await again.settle();
  expect(again.snapshot().source).toBe('ab');
  await again.pause();
  expect(world.server).toMatchObject({ source: 'ab' });
});

test('of two versions the one here can be kept', async () => {
  using here = device({ kept: record('mine', { revision: 1 }), server: draft('theirs', 2) });
  await here.pause();
  here.keepMine();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'mine', revision: 3 });
});

test('of two versions the other can be taken, and that can be undone', async () => {
  using here = device({ kept: record('mine', { revision: 1 }), server: draft('theirs', 2) });
  await here.pause();
  await here.takeOther();
  expect(here.world.versions).toEqual(['mine']);
  expect(here.snapshot()).toMatchObject({ source: 'theirs', state: 'saved', replaced: 'mine' });
  here.undo();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'mine' });
});

test('without a history the version that was not kept can be brought back, and nothing is put into one', async () => {
  const conflict = () => newWorld({ kept: record('mine', { revision: 1 }), server: draft('theirs', 2) });
  {
    using here = openTab(conflict(), { hasHistory: false });
    await here.pause();
    here.keepMine();
    await here.pause();
    expect(here.world.server).toMatchObject({ source: 'mine' });
    expect(here.snapshot()).toMatchObject({ source: 'mine', replaced: 'theirs' });
    here.undo();
    await here.pause();
    expect(here.world.server).toMatchObject({ source: 'theirs' });
  }
  using here = openTab(conflict(), { hasHistory: false });
  await here.pause();
  await here.takeOther();
  expect(here.snapshot()).toMatchObject({ source: 'theirs', replaced: 'mine' });
  expect(here.world.versions).toEqual([]);
});

test('without a connection code stays in the browser, and is saved when the connection is back', async () => {
  using here = device();
  await here.settle();
  here.world.problem = 'offline';
  here.edit('offline');
  await here.pause();
  expect(here.snapshot().state).toBe('browser-only');
  here.world.problem = null;
  here.comeOnline();
  await here.settle();
  expect(here.snapshot().state).toBe('saved');
  expect(here.world.server).toMatchObject({ source: 'offline' });
});

test('a reset takes the draft from the server, and can be undone', async () => {
  using here = device({ server: draft('work', 4) });
  await here.settle();
  await here.reset();
  expect(here.world.server).toBeNull();
  expect(here.snapshot()).toMatchObject({ source: 'starter', replaced: 'work' });
  here.undo();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'work' });
});

test('a version is restored once what it replaces is in the history, and that can be undone', async () => {
  using here = device({ server: draft('now', 4) });
  await here.settle();
  expect(await here.restore('earlier')).toBeNull();
  expect(here.world.versions).toEqual(['now']);
  expect(here.snapshot()).toMatchObject({ source: 'earlier', replaced: 'now' });
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'earlier' });
  here.undo();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'now' });
});

test('nothing is restored while what it would replace cannot be kept', async () => {
  using here = device({ server: draft('now', 4) });
  await here.settle();
  here.world.problem = 'offline';
  expect(await here.restore('earlier')).toMatchObject({ code: 'offline' });
  expect(here.snapshot().source).toBe('now');
});

test('a reset without a connection is not undone by the old draft on the server', async () => {
  using here = device({ server: draft('work', 4) });
  await here.settle();
  here.world.problem = 'offline';
  await here.reset();
  here.world.problem = null;
  here.comeOnline();
  await here.settle();
  expect(here.world.server).toMatchObject({ source: 'starter' });
});

test('a deploy in between: an answer that this page does not understand leaves the text here and says so', async () => {
  using here = device();
  await here.settle();
  here.world.problem = 'outdated';
  here.edit('typed on the old page');
  await here.pause();
  expect(draftWords(here.snapshot())).toContain('older than the server');
  here.crash();
  here.world.problem = null;
  using reloaded = openTab(here.world);
  await reloaded.pause();
  expect(here.world.server).toMatchObject({ source: 'typed on the old page' });
});

test('storage that is full makes room by dropping what the server has', async () => {
  const world = newWorld();
  const other = 'underpin:draft:lrn_ann:queues:solution.ts';
  world.storage.entries.set(other, JSON.stringify(record('safe', { dirty: false })));
  using here = openTab(world);
  await here.settle();
  const { entries, state } = world.storage;
  const remove = entries.delete.bind(entries);
  entries.delete = (key) => {
    state.full = false;
    return remove(key);
  };
  state.full = true;
  here.edit('fits now');
  expect(here.snapshot().unkept).toBe(false);
  expect(entries.has(other)).toBe(false);
  expect(world.keptOf(ann)).toMatchObject({ source: 'fits now' });
});

test('where the browser keeps nothing, the page says so and asks before it is left, until the server has the text', async () => {
  using here = openTab(newWorld(), { blocked: true });
  await here.settle();
  here.world.problem = 'offline';
  here.edit('nowhere else');
  await here.pause();
  expect(draftWords(here.snapshot())).toContain('leave this page open');
  expect(here.mayLeave()).toBe(false);
  here.world.problem = null;
  here.comeOnline();
  await here.settle();
  expect(draftWords(here.snapshot())).toBe('Saved');
  expect(here.mayLeave()).toBe(true);
});

test('a second tab follows the first, saves nothing of its own, and goes on from there', async () => {
  const world = newWorld();
  using one = openTab(world);
  using two = openTab(world);
  await one.settle();
  one.edit('one');
  expect(two.snapshot().source).toBe('one');
  await two.pause();
  expect(world.puts).toEqual(['one']);
  expect(two.snapshot().state).toBe('saved');
  two.edit('one, two');
  expect(one.snapshot().source).toBe('one, two');
  one.edit('one, two, three');
  await two.pause();
  expect(world.server).toMatchObject({ source: 'one, two, three', revision: 2 });
  expect([one.snapshot(), two.snapshot()]).toMatchObject([{ other: null }, { other: null, source: 'one, two, three' }]);
});

test('what a tab that is gone has typed is saved by the one that is left', async () => {
  const world = newWorld();
  using one = openTab(world);
  using two = openTab(world);
  await one.settle();
  one.edit('typed in one');
  one.crash();
  await vi.advanceTimersByTimeAsync(40_000);
  expect(two.snapshot().state).toBe('saved');
  expect(world.server).toMatchObject({ source: 'typed in one' });
});

test('tabs that write at the same moment overwrite nothing: both texts are there to choose from', async () => {
  const world = newWorld();
  using one = openTab(world);
  using two = openTab(world);
  await one.settle();
  one.edit('shared');
  await one.pause();
  // What two writes before it has heard of one's.
  const entry = world.storage.entries;
  const set = entry.set.bind(entry);
  entry.set = (key, value) => {
    entry.set = set;
    set(key, value);
    two.edit('of two');
    return set(key, value);
  };
  one.edit('of one');
  expect(one.snapshot()).toMatchObject({ source: 'of one', state: 'conflict', other: { source: 'of two' } });
  expect(two.snapshot()).toMatchObject({ source: 'of two', state: 'conflict', other: { source: 'of one' } });
  one.keepMine();
  await one.pause();
  expect(world.server).toMatchObject({ source: 'of one' });
  expect(two.snapshot()).toMatchObject({ source: 'of one', other: null, replaced: 'of two' });
  expect([...world.storage.entries.keys()].filter((key) => key.includes('#'))).toEqual([]);
});

test('a version that only a crashed tab had is offered on the next visit', async () => {
  const world = newWorld({ kept: record('mine', { revision: 1 }), server: draft('base', 1) });
  world.storage.entries.set(`${keyOf(ann.id)}#gone`, JSON.stringify(record('of the crashed tab')));
  using here = openTab(world);
  await here.settle();
  expect(here.snapshot()).toMatchObject({ source: 'mine', other: { source: 'of the crashed tab', place: 'browser' } });
  await here.takeOther();
  await here.pause();
  expect(world.server).toMatchObject({ source: 'of the crashed tab' });
  expect([...world.storage.entries.keys()]).toEqual([keyOf(ann.id)]);
});

test('a session that ends while typing: the text stays here, is sent as nobody else’s, and is saved after signing in', async () => {
  const world = newWorld({ server: draft('a', 1) });
  using here = openTab(world);
  await here.settle();
  world.signedIn = nobody;
  here.edit('ab');
  await here.pause();
  expect(here.snapshot().state).toBe('signed-out');
  expect(here.unsure()).toBe(1);
  here.belongTo(nobody);
  here.edit('abc');
  await here.pause();
  expect(world.puts).toEqual([]);
  expect(world.keptOf(ann)).toMatchObject({ source: 'abc', dirty: true });
  world.signedIn = ann;
  here.belongTo({ ...ann });
  await here.settle();
  expect(world.server).toMatchObject({ source: 'abc' });
});

test('when somebody else signs in in another tab, neither sees nor sends the text of the other', async () => {
  const world = newWorld();
  world.servers.set(ben.id, draft('of ben', 1));
  using here = openTab(world);
  await here.settle();
  world.problem = 'offline';
  here.edit('of ann');
  world.problem = null;
  world.signedIn = ben;
  here.belongTo(ben);
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'of ann', state: 'signed-out' });
  here.leave();
  expect(world.servers.get(ben.id)).toMatchObject({ source: 'of ben' });
  here.crash();
  {
    using page = openTab(world);
    await page.pause();
    expect(page.snapshot()).toMatchObject({ source: 'of ben', other: null });
  }
  world.signedIn = ann;
  using back = openTab(world);
  await back.pause();
  expect(world.server).toMatchObject({ source: 'of ann' });
});

test('a page that took the browser for another learner’s turns to the right one as long as nothing was typed', async () => {
  const world = newWorld({ kept: record('of ann') });
  world.signedIn = ben;
  world.servers.set(ben.id, draft('of ben', 1));
  using here = openTab(world, { owner: ann });
  await here.settle();
  here.belongTo(ben);
  await here.settle();
  expect(here.snapshot()).toMatchObject({ source: 'of ben', state: 'saved' });
  expect(world.keptOf(ann)).toMatchObject({ source: 'of ann', dirty: true });
});

test('what was typed before there was a learner becomes the guest’s, in every tab', async () => {
  const world = newWorld();
  using here = openTab(world, { owner: nobody });
  using second = openTab(world, { owner: nobody });
  await here.settle();
  here.edit('first words');
  await here.pause();
  expect(here.unsure()).toBe(1);
  here.edit('first words, more');
  here.belongTo(ann);
  second.belongTo(ann);
  here.edit('first words, more, and more');
  await here.pause();
  expect(second.snapshot()).toMatchObject({ source: 'first words, more, and more', other: null });
  expect(world.server).toMatchObject({ source: 'first words, more, and more' });
  expect(world.keptOf(nobody)).toBeNull();
});

test('what a reset replaced can be had back although the page learns only afterwards who the learner is', async () => {
  const world = newWorld();
  using here = openTab(world, { owner: nobody });
  await here.settle();
  here.edit('my solution');
  await here.pause();
  await here.reset();
  here.belongTo(ann);
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'starter', replaced: 'my solution' });
  here.undo();
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'my solution', replaced: null });
  expect(world.server).toMatchObject({ source: 'my solution' });
});

test('a step begins with the code of the step before, and goes back to it; nothing is saved until it is changed', async () => {
  const world = newWorld();
  world.carried = 'step one';
  using here = openTab(world);
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'step one', starter: 'step one', state: 'saved', replaced: null });
  expect(world.puts).toEqual([]);
  here.edit('step two');
  await here.pause();
  expect(world.server).toMatchObject({ source: 'step two' });
  await here.reset();
  expect(here.snapshot()).toMatchObject({ source: 'step one', state: 'saved', replaced: 'step two' });
  expect(world.server).toBeNull();
});

test('what was typed before the code of the step before arrived stays', async () => {
  const world = newWorld();
  world.carried = 'step one';
  using here = openTab(world);
  here.edit('typed at once');
  await here.pause();
  expect(here.snapshot()).toMatchObject({ source: 'typed at once', starter: 'step one' });
  expect(world.server).toMatchObject({ source: 'typed at once' });
});

test('another learner’s page begins with their own code, not with that of whoever was there before', async () => {
  const world = newWorld();
  world.carried = 'of ann';
  using here = openTab(world);
  await here.settle();
  world.signedIn = ben;
  world.carried = null;
  here.belongTo(ben);
  await here.settle();
  expect(here.snapshot()).toMatchObject({ source: 'starter', starter: 'starter', state: 'saved' });
});

test('what a guest typed without a connection becomes the account’s that the guest signs in to', async () => {
  const guest: DraftOwner = { id: 'lrn_guest', formerly: [] };
  const world = newWorld();
  world.signedIn = guest;
  {
    using here = openTab(world);
    await here.settle();
    world.problem = 'offline';
    here.edit('typed as a guest');
  }
  world.problem = null;
  world.signedIn = { ...ann, formerly: [guest.id] };
  using here = openTab(world);
  await here.pause();
  expect(world.server).toMatchObject({ source: 'typed as a guest' });
  expect(world.keptOf(guest)).toBeNull();
});

test('a draft of before records named their learner is taken over, and a damaged one is left alone', async () => {
  const world = newWorld();
  const old = { source: 'from the old page', revision: null, dirty: true, sent: null };
  world.storage.entries.set('underpin:draft:sums:solution.ts', JSON.stringify(old));
  world.storage.entries.set(keyOf(nobodyYet), '{"source":');
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  using here = openTab(world);
  await here.pause();
  expect(world.server).toMatchObject({ source: 'from the old page' });
  expect(world.storage.entries.has('underpin:draft:sums:solution.ts')).toBe(false);
  expect(world.storage.entries.get(keyOf(nobodyYet))).toBe('{"source":');
  warned.mockRestore();
});

test('what came after the end of a mock interview is kept, and does not count as waiting', async () => {
  using here = device({ server: draft('in time', 1) });
  const waiting = () => unsavedDrafts(here.world.storage.storageOf(new EventTarget()), (owner) => owner === ann.id);
  await here.settle();
  here.edit('too late');
  expect(waiting()).toBe(1);
  here.world.problem = 'mock-over';
  await here.pause();
  expect(here.snapshot().state).toBe('too-late');
  expect(here.world.keptOf(ann)).toMatchObject({ source: 'too late', dirty: true, late: true });
  expect(waiting()).toBe(0);
});

test('when a mock interview is over, what this browser holds of it is kept and does not count as waiting', () => {
  const { storage } = newWorld({ kept: record('of practice') });
  const names = ['lrn_ann:mck_1:asked', 'lrn_ann:mck_1-built:solution.ts', 'lrn_ann:mck_12:asked'];
  for (const name of names) storage.entries.set(`underpin:draft:${name}`, JSON.stringify(record('never heard of')));
  const here = storage.storageOf(new EventTarget());
  expect(unsavedDrafts(here, (owner) => owner === ann.id)).toBe(4);
  markLate(here, 'mck_1');
  expect(unsavedDrafts(here, (owner) => owner === ann.id)).toBe(2);
  expect(JSON.parse(storage.entries.get('underpin:draft:lrn_ann:mck_1:asked')!)).toEqual(
    record('never heard of', { late: true }),
  );
});

test('drafts that wait are counted for those whose they are', () => {
  const { storage } = newWorld({ kept: record('waits') });
  storage.entries.set(keyOf(ben.id), JSON.stringify(record('waits')));
  storage.entries.set('underpin:draft:lrn_ann:queues:solution.ts', JSON.stringify(record('safe', { dirty: false })));
  expect(unsavedDrafts(storage.storageOf(new EventTarget()), (owner) => owner === ann.id)).toBe(1);
});
