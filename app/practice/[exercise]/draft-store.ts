import type { Problem } from '#lib/api-call';
import { nobodyYet } from '#lib/for-learner';
import type { DraftApi, PutOutcome } from './draft-api.ts';
import type { DraftRecord, DraftRecords } from './draft-record.ts';
import type { DraftOwner } from './draft-snapshot.ts';
import { heldDraft } from './held-draft.ts';
import { whileOpen } from './while-open.ts';

export type DraftStore = ReturnType<typeof draftStore>;

/** The server gets a draft when typing has paused this long. */
const pauseMs = 800;
const retryMs = 10_000;
/** What another tab has typed is that tab's to save; after this long it seems to be gone. */
const otherTabMs = 30_000;

type Deps = {
  starter: string;
  /** Names this page among the open ones. */
  tab: string;
  owner: DraftOwner;
  /** The server's and the browser's side of the file, as this learner's. */
  open: (owner: DraftOwner) => { api: DraftApi; records: DraftRecords };
  /** Whether the server keeps older versions; where it does not, what a choice replaces is kept until the page is left. */
  hasHistory?: boolean;
  /** Called when an answer shows that the page does not know who the learner is. */
  onUnsure?: () => void;
};

/**
 * One file of the learner's: every keystroke goes to the browser's storage at once and to the server on each pause. Other
 * tabs with the same file follow. Made for `useSyncExternalStore`; `start` begins to talk to the server and returns what
 * ends it.
 */
export function draftStore({ starter, tab, owner, open, hasHistory = true, onUnsure }: Deps) {
  const first = open(owner);
  let { api } = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let live = false;
  let touched = false;
  const draft = heldDraft({ starter, tab, owner, records: first.records, onFollowed: waitForTab });
  const { held, show, keep, replace, hear } = draft;

  function later(delayMs: number) {
    clearTimeout(timer);
    if (live) timer = setTimeout(() => void save(), delayMs);
  }

  function waitForTab(isDirty: boolean) {
    clearTimeout(timer);
    if (isDirty) later(otherTabMs);
  }

  async function save() {
    if (sending || held.snapshot.other || !held.record.dirty || !live) return;
    sending = true;
    const { source, revision, sent } = held.record;
    const asked = api;
    keep({ sent: source });
    show({ state: 'saving' });
    const outcome = await api.put(source, revision);
    sending = false;
    // Whose it is has changed meanwhile: what was answered is about another draft.
    if (asked === api) settle(outcome, source, sent);
    else later(0);
  }

  function settle(outcome: PutOutcome, source: string, sentBefore: string | null) {
    if (outcome.type === 'saved') {
      const dirty = held.record.source !== source;
      keep({ revision: outcome.revision, dirty, late: false });
      show({ state: dirty ? 'edited' : 'saved' });
      if (held.owner.id === nobodyYet) onUnsure?.();
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
    } else if (outcome.problem.code === 'mock-over') {
      keep({ late: true });
      show({ state: 'too-late' });
    } else if (outcome.problem.code === 'other-learner') {
      show({ state: 'signed-out' });
      onUnsure?.();
    } else {
      show({ state: outcome.problem.code === 'outdated' ? 'outdated' : 'browser-only' });
      later(outcome.problem.retryAfterMs ?? retryMs);
    }
  }

  async function load(carried: DraftRecord | null = null) {
    draft.open(carried);
    const asked = api;
    const answer = await api.get();
    if (!live || asked !== api) return;
    const server = answer.ok ? answer.value.draft : null;
    if (answer.ok) draft.begin(answer.value.carried ?? starter);
    // Asked again after the answer: what was typed meanwhile counts.
    const { record } = held;
    if (!answer.ok) {
      const { code } = answer.problem;
      show({ state: code === 'other-learner' ? 'signed-out' : code === 'outdated' ? 'outdated' : 'browser-only' });
      if (code === 'other-learner') return onUnsure?.();
    } else if (server && (!record.dirty || record.source === server.source)) {
      keep({ source: server.source, revision: server.revision, dirty: false, sent: null });
      show({ state: 'saved' });
    } else {
      const ownSave = server !== null && server.source === record.sent;
      if (server === null) keep({ revision: null, dirty: record.source !== held.starter });
      else if (ownSave) keep({ revision: server.revision });
      show({ state: held.snapshot.other ? 'conflict' : held.record.dirty ? 'edited' : 'saved' });
    }
    if (held.record.dirty) later(0);
  }

  function leave() {
    if (!held.record.dirty || held.snapshot.other) return;
    const { source, revision } = held.record;
    keep({ sent: source });
    api.putLast(source, revision);
  }

  return {
    subscribe: draft.subscribe,
    snapshot: () => held.snapshot,
    start() {
      live = true;
      void load();
      const takeOver = (theirs: DraftRecord | null) => theirs && hear(theirs);
      const close = whileOpen({
        online: () => later(0),
        leave,
        isUnsafe: () => held.record.dirty && held.snapshot.unkept,
        stored: (event) => takeOver(held.records.heard(event)),
        back: () => takeOver(held.records.read()),
      });
      return () => {
        // Leaving by a link inside the site ends here, without a `pagehide`.
        leave();
        live = false;
        clearTimeout(timer);
        close();
      };
    },
    /**
     * Says who the learner is now. Text of a guest or of nobody goes on as theirs; text of another learner's stays that
     * learner's, in this browser, and is neither sent nor shown on the next visit until they are back.
     */
    belongTo(now: DraftOwner) {
      const { id } = held.owner;
      const carries = id === nobodyYet || now.formerly.includes(id);
      if (now.id === id) {
        held.owner = now;
        if (held.snapshot.state === 'signed-out') later(0);
      } else if (carries || !touched) {
        const carried = carries ? held.record : null;
        const theirs = open(now);
        api = theirs.api;
        draft.become(now, theirs.records, carries);
        if (live) void load(carried);
      }
    },
    edit(source: string) {
      if (source === held.record.source) return;
      touched = true;
      keep({ source, dirty: true });
      show({ state: held.snapshot.other ? 'conflict' : sending ? 'saving' : 'edited' });
      later(pauseMs);
    },
    /** Sends what is there now, instead of waiting for a pause. */
    flush: () => later(0),
    async reset() {
      const { sent } = held.record;
      replace(held.starter, { dirty: true });
      sending = true;
      const removed = await api.remove(held.record.revision);
      sending = false;
      if (typeof removed === 'object') return settle({ type: 'conflict', current: removed }, held.starter, sent);
      // Where the server still has the old draft, the starter is saved over it as soon as it can be.
      if (removed) keep({ revision: null, dirty: held.record.source !== held.starter });
      show({ state: removed && !held.record.dirty ? 'saved' : 'browser-only' });
      if (held.record.dirty) later(removed ? pauseMs : retryMs);
    },
    undo() {
      const { replaced } = held.snapshot;
      if (replaced === null) return;
      replace(replaced, { dirty: true });
      show({ replaced: null });
      later(0);
    },
    keepMine() {
      const { other, replaced } = held.snapshot;
      if (!other) return;
      const { source } = held.record;
      replace(source, { dirty: true, ...(other.place !== 'browser' && { revision: other.revision }) });
      // Without a history the other one can be had back here alone; otherwise what could be had back before still can.
      show({ replaced: hasHistory || other.source === source ? replaced : other.source });
      later(0);
    },
    async takeOther() {
      const { other } = held.snapshot;
      if (!other) return;
      // The server has never seen the one here. Where it cannot be kept there, it can be had back until the page is left.
      if (hasHistory) await api.keep(held.record.source, 'conflict');
      if (held.snapshot.other !== other) return;
      if (other.place !== 'browser') return replace(other.source, { revision: other.revision, dirty: false });
      replace(other.source, { dirty: true });
      later(0);
    },
    /** The file's history, newest first. */
    versions: () => api.versions(),
    /** Puts an older text in place of the present one, once that is in the history; otherwise nothing changes. */
    async restore(source: string): Promise<Problem | null> {
      const kept = await api.keep(held.record.source, 'restore');
      if (!kept.ok) return kept.problem;
      replace(source, { dirty: true });
      later(0);
      return null;
    },
  };
}
