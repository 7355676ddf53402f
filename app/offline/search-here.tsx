'use client';

import { SearchPanel } from '../search/search-panel.tsx';
import { searchPath } from '../search/search-path.ts';
import styles from './offline.module.css';

type Props = { version: string; hitsMax: number; words: string };

const notAsked = { query: '', hits: [] };

/** A search that the server did not answer, by the index of this device where there is one. */
export function SearchHere({ version, hitsMax, words }: Props) {
  return (
    <div className={styles.search}>
      <SearchPanel version={version} asked={notAsked} hitsMax={hitsMax} begun={words} onTyped={keepInAddress} />
    </div>
  );
}

/** The page is asked for again with the words of now. */
function keepInAddress(query: string): void {
  window.history.replaceState(null, '', `/offline?${new URLSearchParams({ wanted: searchPath(query) })}`);
}
