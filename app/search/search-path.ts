/** Where a search is answered. */
export function searchPath(query: string): string {
  return `/search${query === '' ? '' : `?${new URLSearchParams({ q: query })}`}`;
}

/** The words of such a path; null for another page's. */
export function wordsIn(path: string): string | null {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  return pathname === '/search' ? (searchParams.get('q') ?? '').trim() : null;
}
