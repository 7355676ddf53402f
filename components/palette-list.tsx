import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import type { Hit } from '#lib/search';
import styles from './command-palette.module.css';
import { plural } from './labels.tsx';
import type { Command as PaletteCommand } from './palette-commands.tsx';
import type { SearchState } from './search-index.tsx';
import { Marked, searchKindLabels } from './search-words.tsx';

type Props = {
  query: string;
  commands: PaletteCommand[];
  hits: Hit[];
  searching: SearchState['status'];
  onRun: (command: PaletteCommand) => Promise<void>;
  onGo: (path: string) => void;
};

/** Commands, then what is found, then the way to all results. */
export function PaletteList({ query, commands, hits, searching, onRun, onGo }: Props) {
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <>
      <Command.List className={styles.list} label="Results">
        {groups.map((group) => (
          <Command.Group key={group} heading={group} className={styles.group}>
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                <Command.Item key={command.id} value={command.id} onSelect={() => void onRun(command)}>
                  {command.label}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
        {query !== '' && (
          <Command.Group heading="Lessons and exercises" className={styles.group}>
            {hits.map((hit) => (
              <FoundItem key={hit.document.path} hit={hit} onGo={onGo} />
            ))}
            <Command.Item value={allResults} onSelect={() => onGo(`/search?${new URLSearchParams({ q: query })}`)}>
              All results for “{query}”
            </Command.Item>
          </Command.Group>
        )}
      </Command.List>
      <p role="status" className={styles.status} data-numeric="">
        {statusWords(query, searching, hits.length, commands.length)}
      </p>
    </>
  );
}

export const paletteHitsMax = 8;

const allResults = 'all results';

/** The values of all items as they stand in the list. */
export function itemValues(query: string, commands: PaletteCommand[], hits: Hit[]): string[] {
  const found = hits.map(({ document }) => document.path);
  return [...commands.map(({ id }) => id), ...found, ...(query === '' ? [] : [allResults])];
}

function FoundItem({ hit: { document, title }, onGo }: { hit: Hit; onGo: (path: string) => void }): ReactNode {
  return (
    <Command.Item value={document.path} onSelect={() => onGo(document.path)}>
      <span className={styles.title}>
        <Marked pieces={title} />
      </span>
      <span className={styles.context}>
        {searchKindLabels[document.kind]}
        {document.context !== '' && ` · ${document.context}`}
      </span>
    </Command.Item>
  );
}

function statusWords(query: string, searching: SearchState['status'], hitCount: number, commandCount: number): string {
  if (query === '') return 'Arrow keys choose, Enter opens, Escape closes.';
  if (searching === 'failed') return 'The search could not be loaded. “All results” asks the server.';
  if (searching !== 'ready') return 'Loading the search …';
  if (hitCount + commandCount === 0) return 'Nothing found. Try fewer or more general words.';
  const commands = commandCount === 0 ? '' : `, ${plural(commandCount, 'command')}`;
  return `${hitCount === paletteHitsMax ? `The best ${paletteHitsMax} results` : plural(hitCount, 'result')}${commands}`;
}
