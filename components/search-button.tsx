'use client';

import { Search } from 'lucide-react';
import { useCallback, useEffect, useState, type ComponentType, type MouseEvent } from 'react';
import type { PaletteProps } from './command-palette.tsx';
import { PathLink } from './path-link.tsx';
import styles from './search-button.module.css';
import { isMac, opensSearch, singleKeysAreOn, useCommandKey } from './search-keys.tsx';

/**
 * The way to search, on every page: a link to the search page, which opens the palette instead once scripts run. The
 * palette itself is fetched when it is first wanted, so that no page carries it.
 */
export function SearchButton({ version }: { version: string }) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [open, setOpen] = useState(false);
  const commandKey = useCommandKey();

  const show = useCallback(async () => {
    try {
      const { CommandPalette } = await fetchPalette();
      setPalette(() => CommandPalette);
      setOpen(true);
    } catch (error) {
      console.warn('The command palette could not be loaded.', error);
      window.location.assign('/search');
    }
  }, []);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      // K may follow, and the palette should be there by then.
      if (event.key === 'Control' || event.key === 'Meta') prepare();
      // A dialog holds the keys until it is closed.
      if (
        !opensSearch(event, { mac: isMac(), singleKeys: singleKeysAreOn() }) ||
        document.querySelector('dialog:modal')
      )
        return;
      event.preventDefault();
      const field = event.key === '/' && document.querySelector<HTMLInputElement>('#search-words');
      if (field) field.focus();
      else void show();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [show]);

  /** A click with a key held down opens a tab, as with any link. */
  function click(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void show();
  }

  return (
    <>
      <PathLink
        href="/search"
        className={styles.search}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K /"
        onClick={click}
        onPointerEnter={prepare}
        onFocus={prepare}
      >
        <Search size={16} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.word}>Search</span>
        <kbd className={styles.key} aria-hidden="true">
          {commandKey === '⌘' ? '⌘K' : 'Ctrl K'}
        </kbd>
      </PathLink>
      {open && Palette && <Palette version={version} onClose={() => setOpen(false)} />}
    </>
  );
}

const fetchPalette = () => import('./command-palette.tsx');

/** What fails now is tried again, and reported, when the palette is really wanted. */
function prepare(): void {
  fetchPalette().catch(() => {});
}
