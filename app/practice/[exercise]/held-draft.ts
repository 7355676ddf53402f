import type { DraftRecord, DraftRecords, Stray } from './draft-record.ts';
import type { DraftOwner, DraftSnapshot } from './draft-snapshot.ts';

type Given = {
  starter: string;
  /** Names this page among the open ones. */
  tab: string;
  owner: DraftOwner;
  records: DraftRecords;
  /** The text is another tab's by now; `isDirty` while that tab has yet to save it. */
  onFollowed: (isDirty: boolean) => void;
};

/**
 * One file as this page holds it: every change is in the browser's storage at once, other tabs are followed, and what
 * was written beside the text here stands beside it until the learner has chosen. The server is somebody else's matter.
 */
export function heldDraft({ starter, tab, owner, records, onFollowed }: Given) {
  const held = { starter, owner, records, record: blank(starter), snapshot: loading(starter, owner) };
  let written = 0;
  /** What was offered as the other version and goes once the learner has chosen. */
  let offered: Stray | null = null;
  const listeners = new Set<() => void>();

  const isOwn = ({ id }: DraftRecord) => id.startsWith(`${tab}:`);

  function show(change: Partial<DraftSnapshot>) {
    const { record, starter, owner } = held;
    held.snapshot = { ...held.snapshot, ...change, source: record.source, starter, owner: owner.id };
    for (const listener of listeners) listener();
  }

  function keep(change: Partial<DraftRecord>) {
    const { record, records } = held;
    const isNewText = change.source !== undefined && change.source !== record.source;
    const name = isNewText && { id: `${tab}:${++written}`, on: isOwn(record) ? record.on : record.id };
    held.record = { ...record, ...name, ...change };
    const aside = held.snapshot.other?.place === 'browser';
    const kept = aside ? records.writeAside(held.record) : records.write(held.record);
    if (kept === held.snapshot.unkept) show({ unkept: !kept });
  }

  function replace(source: string, change: Partial<DraftRecord>) {
    const replaced = held.record.source;
    held.snapshot = { ...held.snapshot, other: null };
    held.records.dropAside();
    offered?.drop();
    offered = null;
    keep({ source, sent: null, ...change });
    show({ state: held.record.dirty ? 'edited' : 'saved', replaced: replaced === source ? null : replaced });
  }

  /** Shows a version of this browser's beside the one here, which is kept apart until one is chosen. */
  function stand({ id, source, revision }: DraftRecord) {
    const updatedAt = new Date().toISOString();
    held.snapshot = { ...held.snapshot, other: { source, revision: revision ?? 0, updatedAt, place: 'browser' } };
    // Having seen it, what is written from now on is in place of it.
    const { record } = held;
    held.record = { ...record, id: isOwn(record) ? record.id : `${tab}:${++written}`, on: id };
    keep({});
    show({ state: 'conflict' });
  }

  /** Another tab has written. What goes on from the text here is followed; what was written beside it is a second version. */
  function hear(theirs: DraftRecord) {
    const { record, records, snapshot } = held;
    if (theirs.source !== record.source && isOwn(record) && theirs.on !== record.id) {
      // What was said of the text that ours goes on from: it has been saved meanwhile.
      if (theirs.id === record.on) held.record = { ...record, revision: theirs.revision, sent: theirs.sent };
      else stand(theirs);
      return;
    }
    const replaced = snapshot.other && theirs.source !== record.source ? record.source : snapshot.replaced;
    if (snapshot.other?.place === 'browser') records.dropAside();
    held.record = theirs;
    show({ state: theirs.dirty ? 'edited' : 'saved', other: null, replaced });
    onFollowed(theirs.dirty);
  }

  /** Takes in what was kept under another name, if any: in place of a text that is safe, else beside it. */
  function takeIn(strays: Stray[]) {
    const { record, starter } = held;
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
    held.record = { ...stray.record, revision: null };
    keep({});
    if (!held.snapshot.unkept) stray.drop();
    show({});
  }

  return {
    held,
    ...{ show, keep, replace, hear },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Goes on from what this browser has of the file, or from what was carried over from whom the learner was. */
    open(carried: DraftRecord | null) {
      const kept = held.records.read();
      // A text that was only followed here is the other tab's to carry over, and may be newer there.
      if (carried?.dirty && (isOwn(carried) || !kept)) {
        if (kept?.dirty) hear(kept);
        keep({});
      } else if (kept) {
        held.record = kept;
        show({});
      }
      takeIn(held.records.strays());
    },
    /** Has the file begin with other code; what is still as it began follows. */
    begin(code: string) {
      const { record } = held;
      const untouched = !record.dirty && record.source === held.starter;
      held.starter = code;
      if (untouched) held.record = { ...record, source: code };
    },
    /** It is another learner's file from now on; what they carry over stays. */
    become(owner: DraftOwner, records: DraftRecords, carries: boolean) {
      Object.assign(held, { owner, records });
      if (!carries) Object.assign(held, { starter, record: blank(starter) });
      show({ state: 'loading', other: null, replaced: carries ? held.snapshot.replaced : null });
    },
  };
}

const loading = (starter: string, { id }: DraftOwner): DraftSnapshot => ({
  source: starter,
  starter,
  state: 'loading',
  other: null,
  replaced: null,
  unkept: false,
  owner: id,
});

const blank = (starter: string): DraftRecord => ({
  source: starter,
  revision: null,
  dirty: false,
  sent: null,
  id: '',
  on: null,
  late: false,
});
