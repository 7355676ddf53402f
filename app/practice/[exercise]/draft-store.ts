import type { Problem } from '#lib/api-call';
import type { DraftApi, PutOutcome, ServerDraft } from './draft-api.ts';
import type { DraftRecord, draftRecords } from './draft-record.ts';

export type DraftState = 'loading' | 'saved' | 'edited' | 'saving' | 'browser-only' | 'too-long' | 'conflict';

export type DraftSnapshot = {
  source: string;
  state: DraftState;
  /** The version on the server, while somebody has to choose. */
  other: ServerDraft | null;
  /** What a reset or a choice replaced, as long as it can be had back. */
  replaced: string | null;
};

export type DraftStore = ReturnType<typeof draftStore>;

/** The server gets a draft when typing has paused this long. */
const pauseMs = 800;
const retryMs = 10_000;

type Deps = { starter: string; api: DraftApi; records: ReturnType<typeof draftRecords> };

/**
 * One file of the learner's: every keystroke goes to the browser's storage at once and to the server on each pause.
 * Made for `useSyncExternalStore`; `start` begins to talk to the server and returns what ends it.
 */
export function draftStore({ starter, api, records }: Deps) {
  let record: DraftRecord = { source: starter, revision: null, dirty: false, sent: null };
  let snapshot: DraftSnapshot = { source: starter, state: 'loading', other: null, replaced: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let live = false;
  const listeners = new Set<() => void>();

  function show(change: Partial<DraftSnapshot>) {
    snapshot = { ...snapshot, ...change, source: record.source };
    for (const listener of listeners) listener();
  }

  function keep(change: Partial<DraftRecord>) {
    record = { ...record, ...change };
    records.write(record);
  }

  function later(delayMs: number) {
    clearTimeout(timer);
    if (live) timer = setTimeout(() => void save(), delayMs);
  }

  async function save() {
    if (sending || snapshot.other || !record.dirty || !live) return;
    sending = true;
    const { source, revision, sent } = record;
    keep({ sent: source });
    show({ state: 'saving' });
    const outcome = await api.put(source, revision);
    sending = false;
    settle(outcome, source, sent);
  }

  function settle(outcome: PutOutcome, source: string, sentBefore: string | null) {
    if (outcome.type === 'saved') {
      const dirty = record.source !== source;
      keep({ revision: outcome.revision, dirty });
      show({ state: dirty ? 'edited' : 'saved' });
      if (dirty) later(pauseMs);
    } else if (outcome.type === 'conflict') {
      const { current } = outcome;
      // Our own words under a newer number: an answer was lost on the way, or the page was left while saving.
      if (current.source === source || current.source === sentBefore) {
        keep({ revision: current.revision });
        later(0);
      } else show({ state: 'conflict', other: current });
    } else if (outcome.problem.code === 'too-large') {
      show({ state: 'too-long' });
    } else {
      show({ state: 'browser-only' });
      later(outcome.problem.retryAfterMs ?? retryMs);
    }
  }

  function replace(source: string, change: Partial<DraftRecord>) {
    const replaced = record.source;
    keep({ source, sent: null, ...change });
    show({ state: record.dirty ? 'edited' : 'saved', other: null, replaced: replaced === source ? null : replaced });
  }

  async function load() {
    const kept = records.read();
    if (kept) {
      record = kept;
      show({});
    }
    const answer = await api.get();
    if (!live) return;
    const server = answer.ok ? answer.value : null;
    // Asked again after the answer: what was typed meanwhile counts.
    if (!answer.ok) show({ state: 'browser-only' });
    else if (server && (!record.dirty || record.source === server.source)) {
      keep({ source: server.source, revision: server.revision, dirty: false, sent: null });
      show({ state: 'saved' });
    } else {
      const ownSave = server !== null && server.source === record.sent;
      if (server === null) keep({ revision: null, dirty: record.source !== starter });
      else if (ownSave) keep({ revision: server.revision });
      show({ state: record.dirty ? 'edited' : 'saved' });
    }
    if (record.dirty) later(0);
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    start() {
      live = true;
      void load();
      const online = () => later(0);
      const leave = () => {
        if (record.dirty && !snapshot.other) {
          const { source, revision } = record;
          keep({ sent: source });
          api.putLast(source, revision);
        }
      };
      addEventListener('online', online);
      addEventListener('pagehide', leave);
      return () => {
        // Leaving by a link inside the site ends here, without a `pagehide`.
        leave();
        live = false;
        clearTimeout(timer);
        removeEventListener('online', online);
        removeEventListener('pagehide', leave);
      };
    },
    edit(source: string) {
      if (source === record.source) return;
      keep({ source, dirty: true });
      show({ state: snapshot.other ? 'conflict' : sending ? 'saving' : 'edited' });
      later(pauseMs);
    },
    /** Sends what is there now, instead of waiting for a pause. */
    flush: () => later(0),
    async reset() {
      replace(starter, { dirty: true });
      sending = true;
      const removed = await api.remove();
      sending = false;
      // Where the server still has the old draft, the starter is saved over it as soon as it can be.
      if (removed) keep({ revision: null, dirty: record.source !== starter });
      show({ state: removed && !record.dirty ? 'saved' : 'browser-only' });
      if (record.dirty) later(removed ? pauseMs : retryMs);
    },
    undo() {
      if (snapshot.replaced === null) return;
      replace(snapshot.replaced, { dirty: true });
      show({ replaced: null });
      later(0);
    },
    keepMine() {
      if (!snapshot.other) return;
      keep({ revision: snapshot.other.revision, dirty: true, sent: null });
      show({ state: 'edited', other: null });
      later(0);
    },
    async takeOther() {
      const { other } = snapshot;
      if (!other) return;
      // The server has never seen the one here. Where it cannot be kept there, it can be had back until the page is left.
      await api.keep(record.source, 'conflict');
      if (snapshot.other === other) replace(other.source, { revision: other.revision, dirty: false });
    },
    /** Puts an older text in place of the present one, once that is in the history; otherwise nothing changes. */
    async restore(source: string): Promise<Problem | null> {
      const kept = await api.keep(record.source, 'restore');
      if (!kept.ok) return kept.problem;
      replace(source, { dirty: true });
      later(0);
      return null;
    },
  };
}
