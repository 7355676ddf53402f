'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense, type ReactNode } from 'react';

export type Filters<Key extends string> = Record<Key, string>;

export type UrlFilters<Key extends string> = {
  filters: Filters<Key>;
  setFilter: (key: Key, value: string) => void;
  clearFilters: () => void;
};

type Props<Key extends string> = { keys: readonly Key[]; children: (filters: UrlFilters<Key>) => ReactNode };

/**
 * Filters that live in the address, so that they can be shared and survive going back. An empty string means "all".
 * The server renders the list unfiltered; filters from the address apply once the page is awake.
 */
export function WithUrlFilters<Key extends string>({ keys, children }: Props<Key>) {
  return (
    <Suspense fallback={children({ filters: noFilters(keys), setFilter: ignore, clearFilters: ignore })}>
      <Filtered keys={keys}>{children}</Filtered>
    </Suspense>
  );
}

function Filtered<Key extends string>({ keys, children }: Props<Key>) {
  return children(useUrlFilters(keys));
}

function ignore() {}

function useUrlFilters<Key extends string>(keys: readonly Key[]): UrlFilters<Key> {
  const pathname = usePathname();
  const search = useSearchParams();
  const filters = Object.fromEntries(keys.map((key) => [key, search.get(key) ?? ''])) as Filters<Key>;

  function write(next: URLSearchParams) {
    const query = next.toString();
    // The list is already here, so the address changes without asking the server.
    window.history.replaceState(null, '', query === '' ? pathname : `${pathname}?${query}`);
  }

  function setFilter(key: Key, value: string) {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(key);
    else next.set(key, value);
    write(next);
  }

  function clearFilters() {
    const next = new URLSearchParams(search);
    for (const key of keys) next.delete(key);
    write(next);
  }

  return { filters, setFilter, clearFilters };
}

function noFilters<Key extends string>(keys: readonly Key[]): Filters<Key> {
  return Object.fromEntries(keys.map((key) => [key, ''])) as Filters<Key>;
}
