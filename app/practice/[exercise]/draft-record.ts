import { z } from 'zod';

/** What this browser keeps of one file. */
export type DraftRecord = {
  source: string;
  /** The server's revision that `source` was made from; null when it has none. */
  revision: number | null;
  /** Whether the server does not have `source` yet. */
  dirty: boolean;
  /** What was last sent to the server: if it turns up there as a newer revision, it is our own and no conflict. */
  sent: string | null;
};

const recordSchema = z.object({
  source: z.string(),
  revision: z.number().nullable(),
  dirty: z.boolean(),
  sent: z.string().nullable(),
});

/** Reads and writes a record; where the browser refuses storage (full, or private), the server alone keeps drafts. */
export function draftRecords(exercise: string, file: string, storage: Storage | null) {
  const key = `underpin:draft:${exercise}:${file}`;
  return {
    read(): DraftRecord | null {
      const text = storage?.getItem(key);
      if (!text) return null;
      try {
        return recordSchema.parse(JSON.parse(text));
      } catch (cause) {
        console.warn(`The draft in ${key} cannot be read and is left alone.`, cause);
        return null;
      }
    },
    write(record: DraftRecord): boolean {
      try {
        storage?.setItem(key, JSON.stringify(record));
        return storage !== null;
      } catch (cause) {
        console.warn(`The draft in ${key} could not be kept in this browser.`, cause);
        return false;
      }
    },
  };
}
