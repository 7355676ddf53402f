'use client';

import { useDeferredValue, useMemo, useState, type FormEvent } from 'react';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import { useSearch } from '#components/search-index';
import type { Hit } from '#lib/search';
import { Results } from './results.tsx';
import styles from './search.module.css';

/** `asked` is what the server has answered already. */
export type SearchProps = { version: string; asked: { query: string; hits: Hit[] }; hitsMax: number };

/** `begun` are the words that stand in the field at first. */
type Props = SearchProps & { begun: string; onTyped: (query: string) => void };

/** The field and what it finds, as one types. */
export function SearchPanel({ version, asked, hitsMax, begun, onTyped }: Props) {
  const [query, setQuery] = useState(begun);
  const [focused, setFocused] = useState(false);
  const sought = useDeferredValue(query.trim());
  const state = useSearch(version, { wanted: focused || sought !== asked.query, excerpts: true });
  const hits = useMemo(() => {
    if (sought === asked.query) return asked.hits;
    if (sought === '') return [];
    return state.status === 'ready' ? state.search.find(sought, hitsMax) : null;
  }, [sought, asked, state, hitsMax]);

  function change(next: string) {
    setQuery(next);
    onTyped(next.trim());
  }

  /** What is shown is what the server would say; it is asked when the index has not come. */
  function submit(event: FormEvent) {
    if (hits !== null) event.preventDefault();
  }

  return (
    <>
      <search>
        <form action="/search" className={styles.form} onSubmit={submit}>
          <label htmlFor="search-words" className="visually-hidden">
            Words to look for
          </label>
          <input
            id="search-words"
            type="search"
            name="q"
            value={query}
            maxLength={200}
            placeholder="Words of a lesson or an exercise"
            autoComplete="off"
            onFocus={() => setFocused(true)}
            onChange={(event) => change(event.target.value)}
          />
          <Button type="submit" variant="primary">
            Search
          </Button>
        </form>
      </search>
      <p role="status" className={styles.found} data-numeric="">
        {foundWords(sought, hits, state.status === 'failed', hitsMax)}
      </p>
      <Results query={sought} hits={hits ?? []} pending={hits === null} />
    </>
  );
}

function foundWords(query: string, hits: Hit[] | null, failed: boolean, hitsMax: number): string {
  if (query === '') return '';
  if (failed && hits === null) return 'The search could not be loaded. Press Enter to ask the server.';
  if (hits === null) return 'Loading the search …';
  if (hits.length === hitsMax) return `The best ${hitsMax} results for “${query}”`;
  return `${hits.length === 0 ? 'No results' : plural(hits.length, 'result')} for “${query}”`;
}
