'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ownerNow, refreshMe, useMe } from '#components/me';
import { browserStorage } from '#lib/browser-storage';
import { nobodyYet } from '#lib/for-learner';
import type { WrittenAnswer } from '#lib/mock';
import { randomKey } from '#lib/random-key';
import { draftRecords } from '../../../../practice/[exercise]/draft-record.ts';
import type { DraftSnapshot } from '../../../../practice/[exercise]/draft-snapshot.ts';
import { draftStore, type DraftStore } from '../../../../practice/[exercise]/draft-store.ts';
import { openWritten } from './save-written.ts';
import { writtenApi } from './written-api.ts';
import { textOf } from './written-text.ts';

/** `isOver`: the clock ran out before the last words reached the server. */
export type Written = { draft: DraftSnapshot; store: DraftStore; isOver: boolean };

type Place = { mockId: string; partId: string; answer: WrittenAnswer; version: number };

/**
 * A written answer, kept as the code of an exercise is: in the browser with every key, on the server at each pause, and
 * with a choice where two tabs or devices differ.
 */
export function useWritten({ mockId, partId, answer, version }: Place): Written {
  const [isOver, setIsOver] = useState(false);
  const [store] = useState(() => {
    const storage = browserStorage();
    const tab = randomKey();
    const known = { source: textOf(answer), revision: version, updatedAt: new Date().toISOString() };
    return draftStore({
      starter: '',
      tab,
      hasHistory: false,
      owner: storage ? ownerNow() : { id: nobodyYet, formerly: [] },
      open: (owner) => ({
        api: writtenApi({ mock: mockId, part: partId, owner: owner.id, known }, () => setIsOver(true)),
        records: draftRecords({ exercise: mockId, file: partId, tab }, owner, storage),
      }),
      onUnsure: () => void refreshMe(),
    });
  });
  useEffect(() => store.start(), [store]);
  useEffect(() => openWritten(mockId, store), [mockId, store]);
  const me = useMe();
  const isKnown = me.status === 'ready' && !me.asOf ? me.me : null;
  useEffect(() => {
    if (isKnown) store.belongTo(ownerNow());
  }, [store, isKnown]);
  return { draft: useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot), store, isOver };
}
