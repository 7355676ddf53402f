import type { Problem } from '#lib/api-call';
import { nobodyYet } from '#lib/for-learner';
import type { DraftApi, PutOutcome } from './draft-api.ts';
import type { DraftRecord, DraftRecords, Stray } from './draft-record.ts';
import type { DraftOwner, DraftSnapshot } from './draft-snapshot.ts';
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
export function draftStore({ starter: given, tab, owner: firstOwner, open, hasHistory = true, onUnsure }: Deps) {
  let starter = given;
  let owner = firstOwner;
  let { api, records } = open(owner);
  let record = blank(starter);
  let snapshot: DraftSnapshot = {
    source: starter,
    starter,
    state: 'loading',
    other: null,
    replaced: null,
    unkept: false,
    owner: owner.id,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let live = false;
  let touched = false;
  let written = 0;
  /** What was offered as the other version and goes once the learner has chosen. */
  let offered: Stray | null = null;
  const listeners = new Set<() => void>();

  const isOwn = ({ id }: DraftRecord) => id.startsWith(`${tab}:`);

  function show(change: Partial<DraftSnapshot>) {
    snapshot = { ...snapshot, ...change, source: record.source, starter, owner: owner.id };
    for (const listener of listeners) listener();
  }

  function keep(change: Partial<DraftRecord>) {
    const isNewText = change.source !== undefined && change.source !== record.source;
    if (isNewText) record = { ...record, id: `${tab}:${++written}`, on: isOwn(record) ? record.on : record.id };
    record = { ...record, ...change };
    const kept = snapshot.other?.place === 'browser' ? records.writeAside(record) : records.write(record);
    if (kept === snapshot.unkept) show({ unkept: !kept });
  }

  function later(delayMs: number) {
    clearTimeout(timer);
    if (live) timer = setTimeout(() => void save(), delayMs);
  }

  async function save() {
    if (sending || snapshot.other || !record.dirty || !live) return;
    sending = true;
    const { source, revision, sent } = record;
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
      const dirty = record.source !== source;
      keep({ revision: outcome.revision, dirty, late: false });
      show({ state: dirty ? 'edited' : 'saved' });
      if (owner.id === nobodyYet) onUnsure?.();
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

  function replace(source: string, change: Partial<DraftRecord>) {
    const replaced = record.source;
    snapshot = { ...snapshot, other: null };
    records.dropAside();
    offered?.drop();
    offered = null;
    keep({ source, sent: null, ...change });
    show({ state: record.dirty ? 'edited' : 'saved', replaced: replaced === source ? null : replaced });
  }

  /** Shows a version of this browser's beside the one here, which is kept apart until one is chosen. */
  function stand(other: DraftRecord) {
    const { source, revision } = other;
    const updatedAt = new Date().toISOString();
    snapshot = { ...snapshot, other: { source, revision: revision ?? 0, updatedAt, place: 'browser' } };
    // Having seen it, what is written from now on is in place of it.
    record = { ...record, id: isOwn(record) ? record.id : `${tab}:${++written}`, on: other.id };
    keep({});
    show({ state: 'conflict' });
  }

  /** Another tab has written. What goes on from the text here is followed; what was written beside it is a second version. */
  function hear(theirs: DraftRecord) {
    if (theirs.source !== record.source && isOwn(record) && theirs.on !== record.id) {
      // What was said of the text that ours goes on from: it has been saved meanwhile.
      if (theirs.id === record.on) record = { ...record, revision: theirs.revision, sent: theirs.sent };
      else stand(theirs);
      return;
    }
    const replaced = snapshot.other && theirs.source !== record.source ? record.source : snapshot.replaced;
    if (snapshot.other?.place === 'browser') records.dropAside();
    record = theirs;
    show({ state: theirs.dirty ? 'edited' : 'saved', other: null, replaced });
    clearTimeout(timer);
    if (theirs.dirty) later(otherTabMs);
  }

  /** Takes in what was kept under another name, if any: in place of a text that is safe, else beside it. */
  function takeIn(strays: Stray[]) {
    const stray = strays.find((each) => {
      if (each.record.source !== record.source && each.record.source !== starter) return true;
      each.drop();
      return false;
    });
    if (!stray) return;
    if (record.dirty) {
      offered = stray;
      stand(stray.record);
      return;
    }
    record = { ...stray.record, revision: null };
    keep({});
    if (!snapshot.unkept) stray.drop();
    show({});
  }

  /** Has the file begin with other code; what is still as it began follows. */
  function begin(code: string) {
    const untouched = !record.dirty && record.source === starter;
    starter = code;
    if (untouched) record = { ...record, source: code };
  }

  async function load(carried: DraftRecord | null = null) {
    const kept = records.read();
    // A text that was only followed here is the other tab's to carry over, and may be newer there.
    if (carried?.dirty && (isOwn(carried) || !kept)) {
      if (kept?.dirty) hear(kept);
      keep({});
    } else if (kept) {
      record = kept;
      show({});
    }
    takeIn(records.strays());
    const asked = api;
    const answer = await api.get();
    if (!live || asked !== api) return;
    const server = answer.ok ? answer.value.draft : null;
    if (answer.ok) begin(answer.value.carried ?? given);
    // Asked again after the answer: what was typed meanwhile counts.
    if (!answer.ok) {
      const { code } = answer.problem;
      show({ state: code === 'other-learner' ? 'signed-out' : code === 'outdated' ? 'outdated' : 'browser-only' });
      if (code === 'other-learner') return onUnsure?.();
    } else if (server && (!record.dirty || record.source === server.source)) {
      keep({ source: server.source, revision: server.revision, dirty: false, sent: null });
      show({ state: 'saved' });
    } else {
      const ownSave = server !== null && server.source === record.sent;
      if (server === null) keep({ revision: null, dirty: record.source !== starter });
      else if (ownSave) keep({ revision: server.revision });
      show({ state: snapshot.other ? 'conflict' : record.dirty ? 'edited' : 'saved' });
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
      const takeOver = (theirs: DraftRecord | null) => theirs && hear(theirs);
      const leave = () => {
        if (record.dirty && !snapshot.other) {
          const { source, revision } = record;
          keep({ sent: source });
          api.putLast(source, revision);
        }
      };
      const close = whileOpen({
        online: () => later(0),
        leave,
        isUnsafe: () => record.dirty && snapshot.unkept,
        stored: (event) => takeOver(records.heard(event)),
        back: () => takeOver(records.read()),
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
      const same = now.id === owner.id;
      const carries = owner.id === nobodyYet || now.formerly.includes(owner.id);
      if (same || (touched && !carries)) {
        owner = same ? now : owner;
        if (same && snapshot.state === 'signed-out') later(0);
        return;
      }
      const carried = carries ? record : null;
      owner = now;
      ({ api, records } = open(now));
      if (!carries) record = blank((starter = given));
      show({ state: 'loading', other: null, replaced: carries ? snapshot.replaced : null });
      if (live) void load(carried);
    },
    edit(source: string) {
      if (source === record.source) return;
      touched = true;
      keep({ source, dirty: true });
      show({ state: snapshot.other ? 'conflict' : sending ? 'saving' : 'edited' });
      later(pauseMs);
    },
    /** Sends what is there now, instead of waiting for a pause. */
    flush: () => later(0),
    async reset() {
      const { sent } = record;
      replace(starter, { dirty: true });
      sending = true;
      const removed = await api.remove(record.revision);
      sending = false;
      if (typeof removed === 'object') return settle({ type: 'conflict', current: removed }, starter, sent);
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
      const { other, replaced } = snapshot;
      if (!other) return;
      replace(record.source, { dirty: true, ...(other.place !== 'browser' && { revision: other.revision }) });
      // Without a history the other one can be had back here alone; otherwise what could be had back before still can.
      show({ replaced: hasHistory || other.source === record.source ? replaced : other.source });
      later(0);
    },
    async takeOther() {
      const { other } = snapshot;
      if (!other) return;
      // The server has never seen the one here. Where it cannot be kept there, it can be had back until the page is left.
      if (hasHistory) await api.keep(record.source, 'conflict');
      if (snapshot.other !== other) return;
      if (other.place !== 'browser') return replace(other.source, { revision: other.revision, dirty: false });
      replace(other.source, { dirty: true });
      later(0);
    },
    /** The file's history, newest first. */
    versions: () => api.versions(),
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

const blank = (starter: string): DraftRecord => ({
  source: starter,
  revision: null,
  dirty: false,
  sent: null,
  id: '',
  on: null,
  late: false,
});
