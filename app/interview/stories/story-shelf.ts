import { nobodyYet } from '#lib/for-learner';
import { readStory, type Story } from '#lib/story';
import { draftPrefix } from '#lib/unsaved-drafts';
import { draftRecords } from '../../practice/[exercise]/draft-record.ts';
import type { DraftOwner, DraftSnapshot } from '../../practice/[exercise]/draft-snapshot.ts';
import { draftStore, type DraftStore } from '../../practice/[exercise]/draft-store.ts';
import { storyApi, type StoryList } from './story-api.ts';

export type ShelvedStory = {
  id: string;
  story: Story;
  draft: DraftSnapshot;
  store: DraftStore;
};

/** `offline` shows what this browser has: others may be on the server. */
export type Shelf = { status: 'loading' | 'ready' | 'offline'; stories: ShelvedStory[] };
export type StoryShelf = ReturnType<typeof storyShelf>;

/** Between owner and id in the names under which the browser keeps stories; no exercise has such an id. */
const place = 'interview/stories';

type Deps = {
  tab: string;
  owner: DraftOwner;
  storage: Storage | null;
  list: (owner: string) => Promise<StoryList>;
  api?: typeof storyApi;
  onUnsure?: () => void;
};

/**
 * All stories of a learner's, each kept as a draft is: every keystroke in the browser at once and on the server at each
 * pause, other tabs follow, and two devices that differ leave the choice. What waits in this browser for the server is
 * sent whichever story is open. Made for `useSyncExternalStore`.
 */
export function storyShelf({ tab, owner: firstOwner, storage, list, api = storyApi, onUnsure }: Deps) {
  let owner = firstOwner;
  let status: Shelf['status'] = 'loading';
  let shown: Shelf = { status, stories: [] };
  let listing: { of: string; answer: Promise<StoryList> } | null = null;
  let live = false;
  const stores = new Map<string, { store: DraftStore; end: (() => unknown)[] }>();
  const listeners = new Set<() => void>();

  function tell() {
    const stories = [...stores]
      .map(([id, { store }]) => ({ id, store, draft: store.snapshot() }))
      .flatMap((each): ShelvedStory[] => {
        // Deleted here and changed on another device since: what stands there is shown until the learner has chosen.
        const story = readStory(each.draft.source) ?? readStory(each.draft.other?.source ?? '');
        return story ? [{ ...each, story }] : [];
      })
      // Ids begin with the time at which they were made.
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const same =
      shown.status === status &&
      shown.stories.length === stories.length &&
      stories.every(({ draft }, index) => draft === shown.stories[index]?.draft);
    if (same) return;
    shown = { status, stories };
    for (const listener of listeners) listener();
  }

  function listed(of: string): Promise<StoryList> {
    if (listing?.of !== of) listing = { of, answer: list(of) };
    return listing.answer;
  }

  const namesOf = (learner: string) => `${draftPrefix}${learner}:${place}:`;

  /** The ids of what this browser keeps for the learner, under the names they have and had. */
  function keptIds(): string[] {
    if (!storage) return [];
    const names = [owner.id, nobodyYet, ...owner.formerly].map(namesOf);
    return Object.keys(storage).flatMap((key) => {
      const name = names.find((each) => key.startsWith(each));
      return name ? [key.slice(name.length).replace(/#.*$/, '')] : [];
    });
  }

  /** What the server has no more and nobody has changed here was deleted on another device. */
  function dropDeleted(onServer: ReadonlySet<string>) {
    if (!storage) return;
    for (const key of Object.keys(storage)) {
      if (!key.startsWith(namesOf(owner.id)) || key.includes('#')) continue;
      const id = key.slice(namesOf(owner.id).length);
      if (!onServer.has(id) && !stores.has(id) && isSaved(storage.getItem(key))) storage.removeItem(key);
    }
  }

  function shelve(id: string): DraftStore {
    const known = stores.get(id);
    if (known) return known.store;
    const store = draftStore({
      starter: '',
      tab,
      owner,
      open: (of) => ({
        api: api(id, of.id, () => listed(of.id)),
        records: draftRecords({ exercise: place, file: id, tab }, of, storage),
      }),
      ...(onUnsure && { onUnsure }),
    });
    const entry: { store: DraftStore; end: (() => unknown)[] } = { store, end: [store.subscribe(tell)] };
    stores.set(id, entry);
    if (live) entry.end.push(store.start());
    return store;
  }

  async function load() {
    const of = owner.id;
    const answer = await listed(of);
    if (!live || of !== owner.id) return;
    if (answer.ok) {
      dropDeleted(new Set(answer.value.keys()));
      for (const id of answer.value.keys()) shelve(id);
    } else if (answer.problem.code === 'other-learner') onUnsure?.();
    for (const id of keptIds()) shelve(id);
    status = answer.ok ? 'ready' : 'offline';
    tell();
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
    start() {
      live = true;
      const online = () => {
        if (status !== 'offline') return;
        listing = null;
        void load();
      };
      const stored = (event: Event) => {
        const { key, newValue } = event as StorageEvent;
        if (!key?.startsWith(namesOf(owner.id)) || key.includes('#') || status === 'loading') return;
        const id = key.slice(namesOf(owner.id).length);
        // Until it is saved it is the other tab's to save; two tabs that save the same new story would disagree.
        if (stores.has(id) || !isSaved(newValue)) return;
        listing = null;
        shelve(id);
        tell();
      };
      addEventListener('online', online);
      addEventListener('storage', stored);
      for (const entry of stores.values()) entry.end.push(entry.store.start());
      void load();
      return () => {
        live = false;
        removeEventListener('online', online);
        removeEventListener('storage', stored);
        for (const { end } of stores.values()) for (const each of end) each();
        stores.clear();
        listing = null;
        status = 'loading';
      };
    },
    belongTo(now: DraftOwner) {
      const changes = now.id !== owner.id;
      owner = now;
      for (const { store } of stores.values()) store.belongTo(now);
      if (changes && live) void load();
    },
    /** A story that is not there yet; it is kept with its first letter. */
    begin: (id: string): void => void shelve(id),
    /** Also of a story that was deleted while the page was open, and can be brought back. */
    storeOf: (id: string): DraftStore | null => stores.get(id)?.store ?? null,
  };
}

function isSaved(text: string | null): boolean {
  try {
    return (JSON.parse(text ?? 'null') as { dirty?: unknown } | null)?.dirty === false;
  } catch {
    return false;
  }
}
