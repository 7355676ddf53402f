import { nobodyYet } from '#lib/for-learner';
import { isBoolean, isMissingOr, isNullOr, isNumber, isObjectOf, isString } from '#lib/shape';
import { draftPrefix as prefix } from '#lib/unsaved-drafts';

/** What this browser keeps of one file. */
export type DraftRecord = {
  source: string;
  /** The server's revision that `source` was made from; null when it has none. */
  revision: number | null;
  /** Whether the server does not have `source` yet. */
  dirty: boolean;
  /** What was last sent to the server: if it turns up there as a newer revision, it is our own and no conflict. */
  sent: string | null;
  /** Names this text: the tab that wrote it, and a number. The text alone; what is said about it above may change. */
  id: string;
  /** The text of another tab that this one goes on from: so a tab sees whether another went on from its own or beside it. */
  on: string | null;
  /** Whether the server takes it no more: the time of the mock interview that it belongs to is over. */
  late: boolean;
};

/** A text that was kept under another name: of the guest that the learner was, or of a tab that had a version of its own. */
export type Stray = { record: DraftRecord; drop: () => void };

type KeptRecord = Pick<DraftRecord, 'source' | 'revision' | 'dirty' | 'sent'> & {
  [Name in 'id' | 'on' | 'late']?: DraftRecord[Name] | undefined;
};

/** The last three are missing in records of before there were tabs and mock interviews. */
const isRecord = isObjectOf<KeptRecord>({
  source: isString,
  revision: isNullOr(isNumber),
  dirty: isBoolean,
  sent: isNullOr(isString),
  id: isMissingOr(isString),
  on: isMissingOr(isNullOr(isString)),
  late: isMissingOr(isBoolean),
});

export type DraftRecords = ReturnType<typeof draftRecords>;

/**
 * Reads and writes the record of one file of one learner's; nobody else's is read. Where the browser refuses storage
 * (full, or private), `write` says so and the server alone keeps drafts. `tab` names this page among the open ones.
 */
export function draftRecords(
  { exercise, file, tab }: { exercise: string; file: string; tab: string },
  owner: { id: string; formerly: string[] },
  storage: Storage | null,
) {
  const keyOf = (learner: string) => `${prefix}${learner}:${exercise}:${file}`;
  const key = keyOf(owner.id);
  const asideKey = `${key}#${tab}`;

  function write(at: string, record: DraftRecord): boolean {
    const text = JSON.stringify(record);
    try {
      storage?.setItem(at, text);
      return storage !== null;
    } catch {
      // Full: what the server has too can go, and then there may be room.
      if (storage) dropSaved(storage, at);
    }
    try {
      storage?.setItem(at, text);
      return true;
    } catch (cause) {
      console.warn(`The draft in ${at} could not be kept in this browser.`, cause);
      return false;
    }
  }

  return {
    key,
    read: (): DraftRecord | null => parsed(key, storage?.getItem(key)),
    write: (record: DraftRecord): boolean => write(key, record),
    /** Keeps a version beside the one of another tab, until somebody has chosen. */
    writeAside: (record: DraftRecord): boolean => write(asideKey, record),
    dropAside: (): void => storage?.removeItem(asideKey),
    /** What another tab has just written, or null when it is something else. */
    heard: (event: Pick<StorageEvent, 'key' | 'newValue'>): DraftRecord | null =>
      event.key === key ? parsed(key, event.newValue) : null,
    /** Texts that are this learner's by now and not on the server. */
    strays(): Stray[] {
      if (!storage) return [];
      // The first two are of before there was a learner, and of before records named theirs.
      const names = [keyOf(nobodyYet), `${prefix}${exercise}:${file}`, ...owner.formerly.map(keyOf)];
      const aside = Object.keys(storage).filter((name) => name.startsWith(`${key}#`) && name !== asideKey);
      return [...names, ...aside].flatMap((name) => {
        const record = name === key ? null : parsed(name, storage.getItem(name));
        if (record?.dirty) return [{ record, drop: () => storage.removeItem(name) }];
        if (record) storage.removeItem(name);
        return [];
      });
    },
  };
}

function dropSaved(storage: Storage, except: string): void {
  for (const name of Object.keys(storage)) {
    if (name.startsWith(prefix) && name !== except && parsed(name, storage.getItem(name))?.dirty === false) {
      storage.removeItem(name);
    }
  }
}

function parsed(name: string, text: string | null | undefined): DraftRecord | null {
  if (!text) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (!isRecord(kept)) throw new Error('it is of another shape');
    const { id = '', on = null, late = false, ...rest } = kept;
    return { ...rest, id, on, late };
  } catch (cause) {
    console.warn(`The draft in ${name} cannot be read and is left alone.`, cause);
    return null;
  }
}
