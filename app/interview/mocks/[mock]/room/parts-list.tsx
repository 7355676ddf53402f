'use client';
import type { MockPart } from '#lib/mock';
import type { PartOutcome } from '#lib/mock-clock';
import styles from './room.module.css';

export type ListedPart = { part: MockPart; title: string };

const outcomeWords: Record<PartOutcome, string> = {
  open: '',
  written: 'written',
  'handed-in': 'not passed yet',
  passed: 'passed',
};

type Props = {
  parts: ListedPart[];
  outcomes: Record<string, PartOutcome>;
  shown: string;
  onShow: (partId: string) => void;
};

/** The tasks of the round. Going from one to the other ends nothing: all of them stay open until the round does. */
export function PartsList({ parts, outcomes, shown, onShow }: Props) {
  return (
    <nav className={styles.parts} aria-label="Tasks of this round">
      <ol role="list">
        {parts.map(({ part, title }, index) => (
          <li key={part.id}>
            <button type="button" aria-current={part.id === shown ? 'step' : undefined} onClick={() => onShow(part.id)}>
              <span className={styles.number}>{index + 1}</span> {title}
              <span className={styles.minutes}>
                {part.minutes} min{outcomeWords[outcomes[part.id] ?? 'open'] && ', '}
                {outcomeWords[outcomes[part.id] ?? 'open']}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
