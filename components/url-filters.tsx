'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense, useLayoutEffect, useState, type ReactNode } from 'react';

export type Filters<Key extends string> = Record<Key, string>;

export type UrlFilters<Key extends string> = {
  filters: Filters<Key>;
  setFilter: (key: Key, value: string) => void;
  clearFilters: () => void;
};

type Props<Key extends string> = {
  keys: readonly Key[];
  /** Those of the keys that choose how the list is shown, not what is in it: clearing leaves them alone. */
  kept?: readonly Key[];
  children: (filters: UrlFilters<Key>) => ReactNode;
};

/**
 * Filters that live in the address, so that they can be shared and survive going back. An empty string means "all".
 * The server renders the list unfiltered and the browser takes that list over as it is; filters from the address apply
 * once the page is awake. Reading the address around the list would have the browser build all of it anew.
 */
export function WithUrlFilters<Key extends string>({ keys, kept = [], children }: Props<Key>) {
  const pathname = usePathname();
  const [search, setSearch] = useState('');

  function change(changes: Partial<Record<string, string>>) {
    const query = withFilters(search, changes);
    // The list is already here, so the address changes without asking the server.
    window.history.replaceState(null, '', query === '' ? pathname : `${pathname}?${query}`);
  }

  const cleared = keys.filter((key) => !kept.includes(key)).map((key) => [key, '']);
  return (
    <>
      <Suspense>
        <Search onChange={setSearch} />
      </Suspense>
      {children({
        filters: readFilters(search, keys),
        setFilter: (key, value) => change({ [key]: value }),
        clearFilters: () => change(Object.fromEntries(cleared) as Record<string, string>),
      })}
    </>
  );
}

/** Tells what the address asks for before the browser paints, so that no list is seen that was not asked for. */
function Search({ onChange }: { onChange: (search: string) => void }) {
  const search = useSearchParams().toString();
  useLayoutEffect(() => onChange(search), [search, onChange]);
  return null;
}

export function readFilters<Key extends string>(search: string, keys: readonly Key[]): Filters<Key> {
  const params = new URLSearchParams(search);
  return Object.fromEntries(keys.map((key) => [key, params.get(key) ?? ''])) as Filters<Key>;
}

/** `search` with some values changed; an empty one goes, and what is not ours stays. */
export function withFilters(search: string, changes: Partial<Record<string, string>>): string {
  const params = new URLSearchParams(search);
  for (const [key, value = ''] of Object.entries(changes)) {
    if (value === '') params.delete(key);
    else params.set(key, value);
  }
  return params.toString();
}
