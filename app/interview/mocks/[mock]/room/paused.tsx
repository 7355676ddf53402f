'use client';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import { pausedMs, type MockAction, type MockRound } from '#lib/mock-clock';
import { clockWords } from '../../mock-words.ts';
import { AskFirst } from './ask-first.tsx';
import styles from './room.module.css';

type Props = { round: MockRound; nowMs: number; busy: boolean; onMove: (action: MockAction) => void };

/** While the clock stands, the task is out of sight: time to think would be time that nobody counts. */
export function Paused({ round, nowMs, busy, onMove }: Props) {
  return (
    <section className={`page ${styles.between}`} aria-labelledby="paused">
      <h2 id="paused">Paused</h2>
      <p>
        The clock stands and the task is out of sight. A pause may be as long as you need; the report says how many
        there were and how long.
      </p>
      <p className={styles.fact}>
        {plural(round.pauses.length, 'pause')} so far, {clockWords(pausedMs(round, nowMs))} in all.
      </p>
      <div className={styles.ways}>
        <Button variant="primary" aria-disabled={busy} onClick={() => onMove('resume')}>
          Go on
        </Button>
        <Leave busy={busy} onMove={onMove} />
      </div>
    </section>
  );
}

export function Leave({ busy, onMove }: Pick<Props, 'busy' | 'onMove'>) {
  return (
    <AskFirst
      label="Leave the interview"
      title="Leave this interview?"
      sure="Leave it"
      busy={busy}
      onSure={() => onMove('leave')}
    >
      It ends here, and the report says that you left. What you have done in it is kept.
    </AskFirst>
  );
}
