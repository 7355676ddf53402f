'use client';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import type { PlannedPart } from '#lib/mock';
import type { MockAction, MockRound } from '#lib/mock-clock';
import { mockKindLabels } from '../../mock-words.ts';
import { roundWords } from './over.tsx';
import { Leave } from './paused.tsx';
import styles from './room.module.css';

type Props = {
  parts: PlannedPart[];
  rounds: MockRound[];
  next: MockRound;
  busy: boolean;
  onMove: (action: MockAction) => void;
};

/** Between two rounds of a day. */
export function Break({ parts, rounds, next, busy, onMove }: Props) {
  const tasks = parts.filter(({ round }) => round === next.kind).length;
  return (
    <section className={`page ${styles.between}`} aria-labelledby="break">
      <h2 id="break">Break</h2>
      <p>No clock runs. Take as long as you would between two interviewers, or come back tomorrow.</p>
      <ol role="list" className={styles.rounds}>
        {rounds.map((round) => (
          <li key={round.kind} data-next={round === next}>
            {mockKindLabels[round.kind]}{' '}
            <span>{round === next ? `next, ${round.minutes} min` : roundWords(round)}</span>
          </li>
        ))}
      </ol>
      <div className={styles.ways}>
        <Button variant="primary" aria-disabled={busy} onClick={() => onMove('begin')}>
          Begin {mockKindLabels[next.kind]}: {plural(tasks, 'task')}, {next.minutes} min
        </Button>
        <Leave busy={busy} onMove={onMove} />
      </div>
    </section>
  );
}
