import { afterEach, beforeEach, vi } from 'vitest';
import type { Answer } from '#lib/api-call';
import { nobodyYet } from '#lib/for-learner';
import type { DraftAnswer, PutOutcome, ServerDraft } from '../../../app/practice/[exercise]/draft-api.ts';
import { draftRecords, type DraftRecord } from '../../../app/practice/[exercise]/draft-record.ts';
import type { DraftOwner } from '../../../app/practice/[exercise]/draft-snapshot.ts';
import { draftStore } from '../../../app/practice/[exercise]/draft-store.ts';

/** Drafts wait for pauses: whoever imports this has the time in hand. */
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const refusal = (code: string) => ({ code, status: 0, detail: '', retryAfterMs: null, body: undefined });
export const draft = (source: string, revision: number): ServerDraft => ({
  source,
  revision,
  updatedAt: '2026-01-01T00:00:00Z',
});
export const record = (source: string, change: Partial<DraftRecord> = {}): DraftRecord => ({
  source,
  revision: null,
  dirty: true,
  sent: null,
  id: 'past:1',
  on: null,
  late: false,
  ...change,
});

export const ann: DraftOwner = { id: 'lrn_ann', formerly: [] };
export const ben: DraftOwner = { id: 'lrn_ben', formerly: [] };
export const nobody: DraftOwner = { id: nobodyYet, formerly: [] };
export const keyOf = (owner: string) => `underpin:draft:${owner}:sums:solution.ts`;

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
export function newWorld({
  kept = null,
  server = null,
}: { kept?: DraftRecord | null; server?: ServerDraft | null } = {}) {
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
export function openTab(
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

export const device = (options: Parameters<typeof newWorld>[0] = {}) => openTab(newWorld(options));
