import { and, desc, eq, inArray, max } from 'drizzle-orm';
import { storySource, type Story } from '#lib/story';
import type { Db, Transaction } from './client.ts';
import { storyVersions } from './tables.ts';

export type KeptStory = { story: Story; revision: number; updatedAt: Date };
export type StoryKey = { learnerId: string; id: string };
export type StoryVersionReason = (typeof storyVersions.$inferSelect)['reason'];

/** Of each story. */
export const storyVersionsKeptMax = 30;
/** The newest ones are never thinned out, whatever they were kept for. */
const versionsNewestKept = 10;

/** Newest first. */
export async function storyVersionsOf(db: Db, key: StoryKey): Promise<(KeptStory & { reason: StoryVersionReason })[]> {
  const { story, revision, reason, updatedAt } = storyVersions;
  return (
    db
      .select({ story, revision, reason, updatedAt })
      .from(storyVersions)
      .where(versionIs(key))
      // A merge numbers older versions anew, so the time comes first.
      .orderBy(desc(updatedAt), desc(revision))
      .all()
  );
}

/** Keeps one text; the text that was kept last is not kept twice. Of too many, the oldest kept while editing goes first. */
export function keepStoryVersion(
  tx: Transaction,
  key: StoryKey,
  { story, revision, updatedAt }: KeptStory,
  reason: StoryVersionReason,
): void {
  const { learnerId, id: storyId } = key;
  const rows = tx.select().from(storyVersions).where(versionIs(key)).orderBy(desc(storyVersions.revision)).all();
  if (rows[0] && storySource(rows[0].story) === storySource(story)) return;
  tx.insert(storyVersions)
    .values({ learnerId, storyId, revision, story, reason, updatedAt })
    .onConflictDoNothing()
    .run();
  const tooMany = rows.length + 1 - storyVersionsKeptMax;
  if (tooMany <= 0) return;
  const gone = rows
    .slice(versionsNewestKept)
    .sort((a, b) => Number(a.reason !== 'edit') - Number(b.reason !== 'edit') || a.revision - b.revision)
    .slice(0, tooMany)
    .map((row) => row.revision);
  tx.delete(storyVersions)
    .where(and(versionIs(key), inArray(storyVersions.revision, gone)))
    .run();
}

/** One more than any revision the story ever had. */
export function nextStoryRevision(tx: Transaction, key: StoryKey, current = 0): number {
  const kept = tx
    .select({ newest: max(storyVersions.revision) })
    .from(storyVersions)
    .where(versionIs(key))
    .get();
  return Math.max(current, kept?.newest ?? 0) + 1;
}

function versionIs({ learnerId, id }: StoryKey) {
  return and(eq(storyVersions.learnerId, learnerId), eq(storyVersions.storyId, id));
}
