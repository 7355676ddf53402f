'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { draftApi } from './draft-api.ts';
import { draftRecords } from './draft-record.ts';
import { draftStore, type DraftSnapshot, type DraftStore } from './draft-store.ts';

/** The learner's version of one file of an exercise, kept safe while they type. */
export function useDraft(exercise: string, file: string, starter: string): { draft: DraftSnapshot; store: DraftStore } {
  const [store] = useState(() =>
    draftStore({ starter, api: draftApi(exercise, file), records: draftRecords(exercise, file, browserStorage()) }),
  );
  useEffect(() => store.start(), [store]);
  return { draft: useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot), store };
}

/** Reading the property alone throws where a browser forbids storage. */
function browserStorage(): Storage | null {
  if (typeof window === 'undefined') return null;
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
