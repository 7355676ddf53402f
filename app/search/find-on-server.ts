import { searchIndex, searchTexts, searchVersion } from '#content/load';
import { openSearch, type Hit, type Search } from '#lib/search';

export const hitsMax = 50;
const queryCharsMax = 200;

/** The address is the reader's: it may name `q` twice, or be as long as a book. */
export function queryOf(q: string | string[] | undefined): string {
  const [first = ''] = [q ?? []].flat();
  return first.trim().slice(0, queryCharsMax);
}

let opened: { version: string; search: Search } | null = null;

export function findOnServer(query: string): Hit[] {
  if (query === '') return [];
  const version = searchVersion();
  if (opened?.version !== version) opened = { version, search: openSearch(searchIndex(), searchTexts()) };
  return opened.search.find(query, hitsMax);
}
