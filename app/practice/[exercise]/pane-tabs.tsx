'use client';
import { useRef, type KeyboardEvent } from 'react';
import styles from './panes.module.css';

export type PaneName = 'task' | 'editor' | 'results';

const tabs: { name: PaneName; label: string }[] = [
  { name: 'task', label: 'Task' },
  { name: 'editor', label: 'Code' },
  { name: 'results', label: 'Results' },
];

type Props = { id: string; active: PaneName; onActive: (pane: PaneName) => void; resultsNews: string };

/** On narrow screens: which pane is seen. `resultsNews` stands beside the word Results. */
export function PaneTabs({ id, active, onActive, resultsNews }: Props) {
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const index = tabs.findIndex((tab) => tab.name === active);
    const step = new Map([
      ['ArrowRight', 1],
      ['ArrowLeft', -1],
    ]).get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    const next = (index + step + tabs.length) % tabs.length;
    onActive(tabs[next]!.name);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  }

  return (
    <div ref={list} role="tablist" aria-label="Parts of the workbench" className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}-tab-${name}`}
          aria-selected={name === active}
          aria-controls={`${id}-${name}`}
          tabIndex={name === active ? 0 : -1}
          onClick={() => onActive(name)}
        >
          {label}
          {name === 'results' && resultsNews && <span className={styles.news}>{resultsNews}</span>}
        </button>
      ))}
    </div>
  );
}
