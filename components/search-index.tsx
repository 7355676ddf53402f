'use client';

import { useEffect, useState } from 'react';
import type { Search, SearchIndex, SearchTexts } from '#lib/search';

export type SearchState = { status: 'idle' | 'loading' | 'failed' } | { status: 'ready'; search: Search };

const loaded = new Map<string, Promise<Search>>();

/**
 * Search in this browser, fetched once it is `wanted`: the index first, so that results come soon, then (where they are
 * shown) the texts that excerpts are cut from.
 */
export function useSearch(version: string, { wanted, excerpts }: { wanted: boolean; excerpts: boolean }): SearchState {
  const [state, setState] = useState<SearchState>({ status: 'idle' });
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const show = (next: SearchState) => {
      if (current) setState(next);
    };
    show({ status: 'loading' });
    void (async () => {
      try {
        show({ status: 'ready', search: await loadSearch(version, false) });
        if (excerpts) show({ status: 'ready', search: await loadSearch(version, true) });
      } catch (error) {
        console.warn('The search index could not be loaded.', error);
        // Results without excerpts are better than none.
        if (current) setState((before) => (before.status === 'ready' ? before : { status: 'failed' }));
      }
    })();
    return () => {
      current = false;
    };
  }, [version, wanted, excerpts]);
  return state;
}

/** What failed is asked for again the next time. */
export function loadSearch(version: string, excerpts: boolean): Promise<Search> {
  const key = `${version} ${excerpts}`;
  const before = loaded.get(key);
  if (before) return before;
  const loading = load(version, excerpts);
  loaded.set(key, loading);
  loading.catch(() => loaded.delete(key));
  return loading;
}

async function load(version: string, excerpts: boolean): Promise<Search> {
  const [{ openSearch }, index, texts] = await Promise.all([
    import('#lib/search'),
    fetchPart<SearchIndex>(version, 'index'),
    excerpts ? fetchPart<SearchTexts>(version, 'texts') : [],
  ]);
  return openSearch(index, texts);
}

async function fetchPart<Part>(version: string, part: 'index' | 'texts'): Promise<Part> {
  const response = await fetch(`/api/search/${version}/${part}`);
  if (!response.ok) throw new Error(`GET /api/search/${version}/${part} answered ${response.status}`);
  // Our own build's file: a validator here would weigh more than the search.
  return (await response.json()) as Part;
}
