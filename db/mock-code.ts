import { and, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { partNow, type PartNow } from './mocks.ts';
import { mockCode } from './tables.ts';

export type MockFile = { source: string; revision: number; updatedAt: Date };

/** The code of a part, by file. */
export async function mockCodeOf(
  db: Db,
  { learnerId, mockId, partId }: { learnerId: string; mockId: string; partId: string },
): Promise<Record<string, MockFile>> {
  const is = and(eq(mockCode.learnerId, learnerId), eq(mockCode.mockId, mockId), eq(mockCode.partId, partId));
  const rows = db.select().from(mockCode).where(is).all();
  return Object.fromEntries(
    rows.map(({ file, source, revision, updatedAt }) => [file, { source, revision, updatedAt }]),
  );
}

export type SaveCodeOutcome =
  | { outcome: 'saved'; saved: MockFile }
  | { outcome: 'conflict'; current: MockFile }
  | { outcome: 'refused'; state: PartNow['state'] }
  | { outcome: 'not-found' };

/** Saves a file of a part on top of `baseRevision`, as `saveDraft` does, while its round runs or has just ended. */
export async function saveMockCode(
  db: Db,
  save: {
    learnerId: string;
    mockId: string;
    partId: string;
    file: string;
    source: string;
    baseRevision: number | null;
  },
  now = new Date(),
): Promise<SaveCodeOutcome> {
  const { learnerId, mockId, partId, file, source } = save;
  return db.transaction(
    (tx) => {
      const found = partNow(tx, save, now);
      if (found?.part.type !== 'exercise') return { outcome: 'not-found' };
      const is = and(eq(mockCode.mockId, mockId), eq(mockCode.partId, partId), eq(mockCode.file, file));
      const current = tx.select().from(mockCode).where(is).get();
      if (current?.source === source) return { outcome: 'saved', saved: plain(current) };
      if (found.state !== 'open') return { outcome: 'refused', state: found.state };
      if (current && current.revision !== save.baseRevision) return { outcome: 'conflict', current: plain(current) };
      const row = { source, revision: (current?.revision ?? 0) + 1, updatedAt: now };
      tx.insert(mockCode)
        .values({ learnerId, mockId, partId, file, ...row })
        .onConflictDoUpdate({ target: [mockCode.mockId, mockCode.partId, mockCode.file], set: row })
        .run();
      return { outcome: 'saved', saved: row };
    },
    { behavior: 'immediate' },
  );
}

function plain({ source, revision, updatedAt }: MockFile): MockFile {
  return { source, revision, updatedAt };
}
