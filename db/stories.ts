import { and, count, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { storiesMax, storySource, type Story, type StoryTheme } from '#lib/story';
import type { Db, Transaction } from './client.ts';
import { keepStoryVersion, nextStoryRevision, type KeptStory, type StoryKey } from './story-versions.ts';
import { stories, storyVersions } from './tables.ts';

export type StoredStory = KeptStory & { id: string };

/** While somebody types on, a version is kept this often; and what stood untouched this long is kept before it changes. */
const versionEveryMs = 5 * 60_000;

/** Of one learner: the stories there are, and those of which only versions are left. */
export const storyIdsHeldMax = 2 * storiesMax;

/** In the order in which they were begun. */
export async function storiesOf(db: Db, learnerId: string): Promise<StoredStory[]> {
  const rows = db.select().from(stories).where(eq(stories.learnerId, learnerId)).orderBy(stories.id).all();
  return rows.map((row) => ({ id: row.id, ...plain(row) }));
}

/** Of each story which themes it serves; what it tells is not read for that. */
export async function storyThemesOf(db: Db, learnerId: string): Promise<StoryTheme[][]> {
  const themes = sql<string>`${stories.story} ->> '$.themes'`;
  const rows = db.select({ themes }).from(stories).where(eq(stories.learnerId, learnerId)).all();
  return rows.map((row) => JSON.parse(row.themes) as StoryTheme[]);
}

export async function storyCount(db: Db, learnerId: string): Promise<number> {
  return countOf(db, learnerId);
}

export type StoryConflict = { outcome: 'conflict'; current: KeptStory };
export type StorySaved =
  { outcome: 'saved'; revision: number; updatedAt: Date } | StoryConflict | { outcome: 'too-many' };

/**
 * Saves a story on top of `baseRevision`, the one the device last saw (null: none). When another device has saved since,
 * nothing is written and what it saved is kept as a version, in case the learner decides to overwrite it.
 */
export async function saveStory(
  db: Db,
  save: StoryKey & { story: Story; baseRevision: number | null },
  now = new Date(),
): Promise<StorySaved> {
  const { learnerId, id, story } = save;
  return db.transaction(
    (tx): StorySaved => {
      const current = tx.select().from(stories).where(storyIs(save)).get();
      if (current && storySource(current.story) === storySource(story)) return { outcome: 'saved', ...plain(current) };
      if (current && current.revision !== save.baseRevision) {
        keepStoryVersion(tx, save, plain(current), 'conflict');
        return { outcome: 'conflict', current: plain(current) };
      }
      if (!current && countOf(tx, learnerId) >= storiesMax) return { outcome: 'too-many' };
      const isDue = current !== undefined && now.getTime() - earlier(current) >= versionEveryMs;
      if (isDue) keepStoryVersion(tx, save, plain(current), 'edit');
      const changed = { story, revision: nextStoryRevision(tx, save, current?.revision), updatedAt: now };
      tx.insert(stories)
        .values({ learnerId, id, ...changed, createdAt: now, versionedAt: now })
        .onConflictDoUpdate({
          target: [stories.learnerId, stories.id],
          set: isDue ? { ...changed, versionedAt: now } : changed,
        })
        .run();
      if (!current) dropLongestDeleted(tx, learnerId);
      return { outcome: 'saved', ...changed };
    },
    { behavior: 'immediate' },
  );
}

/**
 * Takes a story away as the device last saw it; what it held stays as a version, from which the page can bring it back.
 * When another device has saved since, nothing is taken away.
 */
export async function deleteStory(
  db: Db,
  { baseRevision, ...key }: StoryKey & { baseRevision: number | null },
): Promise<{ outcome: 'deleted' } | StoryConflict> {
  return db.transaction(
    (tx) => {
      const current = tx.select().from(stories).where(storyIs(key)).get();
      if (!current) return { outcome: 'deleted' };
      if (current.revision !== baseRevision) return { outcome: 'conflict', current: plain(current) };
      tx.delete(stories).where(storyIs(key)).run();
      keepStoryVersion(tx, key, plain(current), 'delete');
      return { outcome: 'deleted' };
    },
    { behavior: 'immediate' },
  );
}

/** Keeps a text that is about to be replaced. The story itself stays as it is. */
export async function keepStory(
  db: Db,
  { story, reason, ...key }: StoryKey & { story: Story; reason: 'conflict' | 'restore' },
  now = new Date(),
): Promise<void> {
  db.transaction(
    (tx) => {
      const current = tx.select().from(stories).where(storyIs(key)).get();
      const isCurrent = current !== undefined && storySource(current.story) === storySource(story);
      const revision = isCurrent ? current.revision : nextStoryRevision(tx, key, current?.revision);
      keepStoryVersion(tx, key, { story, revision, updatedAt: now }, reason);
      tx.update(stories).set({ versionedAt: now }).where(storyIs(key)).run();
      dropLongestDeleted(tx, key.learnerId);
    },
    { behavior: 'immediate' },
  );
}

/** Belongs into the merge of a guest: of one story told twice the newer text stands, and the other becomes a version. */
export function mergeStories(tx: Transaction, guestId: string, learnerId: string): void {
  const versions = tx.select().from(storyVersions).where(eq(storyVersions.learnerId, guestId));
  for (const version of versions.orderBy(storyVersions.revision).all()) {
    const key = { learnerId, id: version.storyId };
    const ours = tx.select().from(stories).where(storyIs(key)).get();
    keepStoryVersion(tx, key, { ...version, revision: nextStoryRevision(tx, key, ours?.revision) }, version.reason);
  }
  for (const theirs of tx.select().from(stories).where(eq(stories.learnerId, guestId)).all()) {
    const key = { learnerId, id: theirs.id };
    const ours = tx.select().from(stories).where(storyIs(key)).get();
    const revision = nextStoryRevision(tx, key, ours?.revision);
    if (!ours) {
      tx.insert(stories)
        .values({ ...theirs, learnerId, revision })
        .run();
    } else if (storySource(theirs.story) !== storySource(ours.story)) {
      const isNewer = theirs.updatedAt > ours.updatedAt;
      keepStoryVersion(tx, key, isNewer ? plain(ours) : { ...plain(theirs), revision }, 'merge');
      const { story, updatedAt } = isNewer ? theirs : ours;
      const next = nextStoryRevision(tx, key, revision);
      if (isNewer) tx.update(stories).set({ story, updatedAt, revision: next }).where(storyIs(key)).run();
    }
  }
  dropLongestDeleted(tx, learnerId);
}

/** Where there are versions of more stories than there is room for, the stories deleted longest ago lose theirs. */
function dropLongestDeleted(tx: Transaction, learnerId: string): void {
  const there = tx.select({ id: stories.id }).from(stories).where(eq(stories.learnerId, learnerId));
  const gone = tx
    .select({ id: storyVersions.storyId })
    .from(storyVersions)
    .where(and(eq(storyVersions.learnerId, learnerId), notInArray(storyVersions.storyId, there)))
    .groupBy(storyVersions.storyId)
    // Rows are numbered as they come, and the last version of a story came when it was deleted.
    .orderBy(desc(sql`max(${storyVersions}.rowid)`))
    .all()
    .slice(Math.max(0, storyIdsHeldMax - countOf(tx, learnerId)))
    .map((row) => row.id);
  if (gone.length === 0) return;
  tx.delete(storyVersions)
    .where(and(eq(storyVersions.learnerId, learnerId), inArray(storyVersions.storyId, gone)))
    .run();
}

function storyIs({ learnerId, id }: StoryKey) {
  return and(eq(stories.learnerId, learnerId), eq(stories.id, id));
}

function countOf(db: Db | Transaction, learnerId: string): number {
  return db.select({ count: count() }).from(stories).where(eq(stories.learnerId, learnerId)).get()?.count ?? 0;
}

function earlier({ updatedAt, versionedAt }: { updatedAt: Date; versionedAt: Date }): number {
  return Math.min(updatedAt.getTime(), versionedAt.getTime());
}

function plain({ story, revision, updatedAt }: KeptStory): KeptStory {
  return { story, revision, updatedAt };
}
