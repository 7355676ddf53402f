'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ownerNow, refreshMe, useMe } from '#components/me';
import { draftApi } from './draft-api.ts';
import { draftRecords } from './draft-record.ts';
import { browserStorage } from '#lib/browser-storage';
import { nobodyYet } from '#lib/for-learner';
import { randomKey } from '#lib/random-key';
import type { DraftOwner, DraftSnapshot } from './draft-snapshot.ts';
import { draftStore, type DraftStore } from './draft-store.ts';

export type Draft = { draft: DraftSnapshot; store: DraftStore };

/**
 * The learner's version of each file of an exercise, in the order of `files`, kept safe while they type: under
 * `exercise` in this browser, under `path` on the server, which
 * keeps older versions of practice alone.
 */
export function useDrafts(
  exercise: string,
  files: { name: string; starter: string }[],
  { path = `/api/drafts/${exercise}`, hasHistory = true }: { path?: string; hasHistory?: boolean } = {},
): Draft[] {
  const [drafts] = useState(() => {
    const storage = browserStorage();
    const tab = randomKey();
    return together(
      files.map(({ name: file, starter }) =>
        draftStore({
          starter,
          tab,
          hasHistory,
          owner: storage ? ownerNow() : { id: nobodyYet, formerly: [] },
          open: (owner) => ({
            api: draftApi(path, file, owner.id),
            records: draftRecords({ exercise, file, tab }, owner, storage),
          }),
          onUnsure: () => void refreshMe(),
        }),
      ),
    );
  });
  useEffect(() => drafts.start(), [drafts]);
  const me = useMe();
  const known = me.status === 'ready' && !me.asOf ? me.me : null;
  useEffect(() => {
    if (known) drafts.belongTo(ownerNow());
  }, [drafts, known]);
  return useSyncExternalStore(drafts.subscribe, drafts.snapshot, drafts.snapshot);
}

/** Several stores as one; the snapshot stays the same list until one of them changes. */
function together(stores: DraftStore[]) {
  let shown: Draft[] = [];
  return {
    subscribe(listener: () => void) {
      const ends = stores.map((store) => store.subscribe(listener));
      return () => ends.forEach((end) => end());
    },
    snapshot(): Draft[] {
      const next = stores.map((store) => ({ draft: store.snapshot(), store }));
      if (shown.length === next.length && next.every(({ draft }, index) => draft === shown[index]?.draft)) return shown;
      return (shown = next);
    },
    start() {
      const ends = stores.map((store) => store.start());
      return () => ends.forEach((end) => end());
    },
    belongTo: (owner: DraftOwner) => stores.forEach((store) => store.belongTo(owner)),
  };
}
