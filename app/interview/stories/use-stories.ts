'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ownerNow, refreshMe, useMe } from '#components/me';
import { browserStorage } from '#lib/browser-storage';
import { nobodyYet } from '#lib/for-learner';
import { randomKey } from '#lib/random-key';
import { listStories } from './story-api.ts';
import { storyShelf, type Shelf, type StoryShelf } from './story-shelf.ts';

const loading: Shelf = { status: 'loading', stories: [] };

/** The learner's stories, kept safe while they write. */
export function useStories(): Shelf & { shelf: StoryShelf } {
  const [shelf] = useState(() => {
    const storage = browserStorage();
    return storyShelf({
      tab: randomKey(),
      owner: storage ? ownerNow() : { id: nobodyYet, formerly: [] },
      storage,
      list: listStories,
      onUnsure: () => void refreshMe(),
    });
  });
  useEffect(() => shelf.start(), [shelf]);
  const me = useMe();
  const known = me.status === 'ready' && !me.asOf ? me.me : null;
  useEffect(() => {
    if (known) shelf.belongTo(ownerNow());
  }, [shelf, known]);
  const shown = useSyncExternalStore(shelf.subscribe, shelf.snapshot, () => loading);
  return { ...shown, shelf };
}

/** The time first, so that stories stand in the order in which they were begun. */
export function newStoryId(now = Date.now()): string {
  return `${now.toString(36)}-${randomKey()}`;
}
