'use client';

import { usePathname, useSearchParams } from 'next/navigation';

export type Filters<Key extends string> = Record<Key, string>;

/**
 * Filters that live in the address, so that they can be shared and survive going back. An empty string means "all".
 * The caller stands inside a Suspense boundary whose fallback is the unfiltered list: that is what static pages show first.
 */
export function useUrlFilters<Key extends string>(keys: readonly Key[]) {
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

export function noFilters<Key extends string>(keys: readonly Key[]): Filters<Key> {
  return Object.fromEntries(keys.map((key) => [key, ''])) as Filters<Key>;
}
