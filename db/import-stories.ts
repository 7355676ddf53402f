import { eq } from 'drizzle-orm';
import { storySource, type Story } from '#lib/story';
import type { Transaction } from './client.ts';
import type { Export } from './export-format.ts';
import { stories, storyVersions } from './tables.ts';

type Rows = Export['tables'];

/** Stories that the account does not hold already, neither as they are nor as a version; or that are newer there. */
export function newStories(tx: Transaction, learnerId: string, rows: Rows['stories']): Rows['stories'] {
  const held = heldTexts(tx, learnerId);
  const ours = new Map(
    tx
      .select()
      .from(stories)
      .where(eq(stories.learnerId, learnerId))
      .all()
      .map((row) => [row.id, row]),
  );
  return rows.filter((row) => {
    const known = ours.get(row.id);
    const differs = known !== undefined && storySource(known.story) !== storySource(row.story);
    return (differs && known.updatedAt < row.updatedAt) || !held.has(keyOf(row.id, row.story));
  });
}

export function newStoryVersions(
  tx: Transaction,
  learnerId: string,
  rows: Rows['storyVersions'],
): Rows['storyVersions'] {
  const held = heldTexts(tx, learnerId);
  return rows.filter((row) => !held.has(keyOf(row.storyId, row.story)));
}

function heldTexts(tx: Transaction, learnerId: string): Set<string> {
  const current = tx.select().from(stories).where(eq(stories.learnerId, learnerId)).all();
  const versions = tx.select().from(storyVersions).where(eq(storyVersions.learnerId, learnerId)).all();
  return new Set([
    ...current.map(({ id, story }) => keyOf(id, story)),
    ...versions.map(({ storyId, story }) => keyOf(storyId, story)),
  ]);
}

const keyOf = (id: string, story: Story) => `${id} ${storySource(story)}`;
