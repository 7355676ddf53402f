import { expect, test, vi } from 'vitest';
import type { Answer } from '#lib/api-call';
import type { PutOutcome, ServerDraft } from '../../../app/practice/[exercise]/draft-api.ts';
import type { DraftRecord } from '../../../app/practice/[exercise]/draft-record.ts';
import { draftStore } from '../../../app/practice/[exercise]/draft-store.ts';

const offline = { code: 'offline', status: 0, detail: '', retryAfterMs: null, body: undefined };
const draft = (source: string, revision: number): ServerDraft => ({
  source,
  revision,
  updatedAt: '2026-01-01T00:00:00Z',
});

/** A browser with a kept record, and a server with a draft that behaves like ours until it is told to be away. */
function device({ kept = null, server = null }: { kept?: DraftRecord | null; server?: ServerDraft | null } = {}) {
  vi.useFakeTimers();
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  const world = { kept, server, away: false, puts: [] as string[], last: [] as string[], versions: [] as string[] };
  const put = (source: string, baseRevision: number | null): PutOutcome => {
    if (world.away) return { type: 'problem', problem: offline };
    world.puts.push(source);
    if ((world.server?.revision ?? null) !== baseRevision) return { type: 'conflict', current: world.server! };
    world.server = draft(source, (world.server?.revision ?? 0) + 1);
    return { type: 'saved', revision: world.server.revision };
  };
  const store = draftStore({
    starter: 'starter',
    records: {
      read: () => world.kept,
      write: (record) => {
        world.kept = record;
        return true;
      },
    },
    api: {
      get: async (): Promise<Answer<ServerDraft | null>> =>
        world.away ? { ok: false, problem: offline } : { ok: true, value: world.server },
      put: async (source, baseRevision) => put(source, baseRevision),
      putLast: (source, baseRevision) => {
        world.last.push(source);
        put(source, baseRevision);
      },
      keep: async (source) => {
        if (world.away) return { ok: false, problem: offline };
        world.versions.push(source);
        return { ok: true, value: null };
      },
      remove: async () => {
        if (!world.away) world.server = null;
        return !world.away;
      },
    },
  });
  const end = store.start();
  return {
    ...store,
    world,
    settle: () => vi.advanceTimersByTimeAsync(0),
    pause: () => vi.advanceTimersByTimeAsync(1000),
    leave: () => page.dispatchEvent(new Event('pagehide')),
    comeOnline: () => page.dispatchEvent(new Event('online')),
    [Symbol.dispose]: () => {
      end();
      vi.unstubAllGlobals();
      vi.useRealTimers();
    },
  };
}

test('every keystroke is in the browser’s storage at once', () => {
  using here = device();
  here.edit('s');
  expect(here.world.kept).toMatchObject({ source: 's', dirty: true });
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
  using here = device({ kept: { source: 'old', revision: 1, dirty: false, sent: null }, server: draft('new', 2) });
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
  using here = device({ kept: { source: 'ab', revision: 1, dirty: true, sent: 'a' }, server: draft('a', 2) });
  await here.pause();
  expect(here.snapshot().state).toBe('saved');
  expect(here.world.server).toMatchObject({ source: 'ab', revision: 3 });
});

test('leaving while typing sends the last words, and coming back goes on from there', async () => {
  let world;
  {
    using here = device({ server: draft('a', 1) });
    await here.settle();
    here.edit('ab');
    here.leave();
    world = here.world;
  }
  expect(world.last[0]).toBe('ab');
  using again = device({ kept: { ...world.kept!, source: 'abc' }, server: world.server });
  await again.pause();
  expect(again.snapshot()).toMatchObject({ source: 'abc', state: 'saved', other: null });
});

test('of two versions the one here can be kept', async () => {
  using here = device({ kept: { source: 'mine', revision: 1, dirty: true, sent: null }, server: draft('theirs', 2) });
  await here.pause();
  here.keepMine();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'mine', revision: 3 });
});

test('of two versions the other can be taken, and that can be undone', async () => {
  using here = device({ kept: { source: 'mine', revision: 1, dirty: true, sent: null }, server: draft('theirs', 2) });
  await here.pause();
  await here.takeOther();
  expect(here.world.versions).toEqual(['mine']);
  expect(here.snapshot()).toMatchObject({ source: 'theirs', state: 'saved', replaced: 'mine' });
  here.undo();
  await here.pause();
  expect(here.world.server).toMatchObject({ source: 'mine' });
});

test('without a connection code stays in the browser, and is saved when the connection is back', async () => {
  using here = device();
  await here.settle();
  here.world.away = true;
  here.edit('offline');
  await here.pause();
  expect(here.snapshot().state).toBe('browser-only');
  here.world.away = false;
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
  here.world.away = true;
  expect(await here.restore('earlier')).toMatchObject({ code: 'offline' });
  expect(here.snapshot().source).toBe('now');
});

test('a reset without a connection is not undone by the old draft on the server', async () => {
  using here = device({ server: draft('work', 4) });
  await here.settle();
  here.world.away = true;
  await here.reset();
  here.world.away = false;
  here.comeOnline();
  await here.settle();
  expect(here.world.server).toMatchObject({ source: 'starter' });
});
