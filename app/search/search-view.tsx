'use client';

import { useSearchParams } from 'next/navigation';
import { searchPath } from './search-path.ts';
import { SearchPanel, type SearchProps } from './search-panel.tsx';

/** The search page: its address has what was typed last. */
export function SearchView(props: SearchProps) {
  // After going back, the page is the one from before, and the address says what was typed last.
  const inAddress = useSearchParams().get('q')?.trim() ?? '';
  return <SearchPanel {...props} begun={inAddress} onTyped={keepInAddress} />;
}

function keepInAddress(query: string): void {
  window.history.replaceState(null, '', searchPath(query));
}
