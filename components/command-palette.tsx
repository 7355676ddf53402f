'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import styles from './command-palette.module.css';
import { useMe } from './me.tsx';
import { itemValues, paletteHitsMax, PaletteList } from './palette-list.tsx';
import { matchingCommands, paletteCommands, type Command as PaletteCommand } from './palette-commands.tsx';
import { useSearch } from './search-index.tsx';
import { setSingleKeys, singleKeysAreOn } from './search-keys.tsx';
import { signOutHere } from './sign-out-here.tsx';
import { chooseTheme } from './theme-toggle.tsx';

export type PaletteProps = { version: string; onClose: () => void };

/** Search and commands in the browser's own dialog: it holds the focus, closes on Escape and gives the focus back. */
export function CommandPalette({ version, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setQuery] = useState('');
  const [chosen, setChosen] = useState({ query: '', value: '' });
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();
  const me = useMe();
  const searching = useSearch(version, { wanted: true, excerpts: false });

  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
  }, []);

  // Closing first lets the browser give the focus back; the close event then takes the palette away.
  const close = () => dialog.current?.close();

  function go(path: string) {
    close();
    router.push(path as Route);
  }

  async function run({ does }: PaletteCommand) {
    if (does.kind === 'go') return go(does.path);
    if (does.kind === 'theme') chooseTheme(does.choice);
    if (does.kind === 'single-keys') setSingleKeys(does.on);
    if (does.kind === 'sign-out' && !(await signOutHere())) {
      return setProblem(
        'You are still signed in: the server could not be reached. Check your connection and try again.',
      );
    }
    if (does.kind === 'sign-out') router.refresh();
    close();
  }

  /** The keys that open the palette close it as well, before the browser takes them for its address bar. */
  function press(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    close();
  }

  function clickBackdrop(event: MouseEvent) {
    if (event.target === dialog.current) close();
  }

  const query = typed.trim();
  const hits = useMemo(
    () => (searching.status === 'ready' && query !== '' ? searching.search.find(query, paletteHitsMax) : []),
    [query, searching],
  );
  const all = paletteCommands({
    me: me.status === 'ready' ? me.me : null,
    documents: searching.status === 'ready' ? searching.search.documents : [],
    singleKeys: singleKeysAreOn(),
  });
  const commands = matchingCommands(all, query);
  // What was chosen among other results means nothing now: a new query begins with its first item.
  const values = itemValues(query, commands, hits);
  const value = chosen.query === query && values.includes(chosen.value) ? chosen.value : (values[0] ?? '');

  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Search and commands"
      onClose={onClose}
      onClick={clickBackdrop}
      onKeyDown={press}
      data-print="hide"
    >
      <Command
        label="Search and commands"
        shouldFilter={false}
        loop
        vimBindings={false}
        value={value}
        onValueChange={(next) => setChosen({ query, value: next })}
        className={styles.command}
      >
        <div className={styles.field}>
          <Search size={18} strokeWidth={1.75} aria-hidden="true" />
          <Command.Input
            value={typed}
            onValueChange={setQuery}
            placeholder="Search or type a command"
            maxLength={200}
          />
          <button type="button" className={styles.close} onClick={close}>
            Close
          </button>
        </div>
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <PaletteList query={query} commands={commands} hits={hits} searching={searching.status} onRun={run} onGo={go} />
      </Command>
    </dialog>
  );
}
