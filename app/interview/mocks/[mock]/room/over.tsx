'use client';
import { useEffect, type Ref } from 'react';
import { ButtonLink } from '#components/button';
import type { PlannedPart } from '#lib/mock';
import { usedMs, type MockRound, type RoundEnd } from '#lib/mock-clock';
import { markLate } from '#lib/unsaved-drafts';
import { clockWords, mockKindLabels } from '../../mock-words.ts';
import { rateableParts } from '../../written-parts.ts';
import styles from './room.module.css';

type Props = {
  mock: { id: string; kind: keyof typeof mockKindLabels; parts: PlannedPart[] };
  rounds: MockRound[];
  ended: RoundEnd;
  heading?: Ref<HTMLHeadingElement>;
};

/** The end, and the two things to do then: rate what was written, and read the report. */
export function Over({ mock, rounds, ended, heading }: Props) {
  const path = `/interview/mocks/${mock.id}`;
  const toRate = rateableParts({ parts: mock.parts, rounds, ended }).length > 0;
  useEffect(() => {
    try {
      markLate(localStorage, mock.id);
    } catch {
      // Storage that is forbidden or full: then it goes on counting as what waits.
    }
  }, [mock.id]);
  return (
    <div className={`page ${styles.between}`}>
      <h1 ref={heading} tabIndex={-1}>
        {titles[ended]}
      </h1>
      <p>{words[ended]}</p>
      <ol role="list" className={styles.rounds}>
        {rounds.map((round) => (
          <li key={round.kind}>
            {mockKindLabels[round.kind]} <span>{roundWords(round)}</span>
          </li>
        ))}
      </ol>
      <div className={styles.ways}>
        {toRate && (
          <ButtonLink variant="primary" href={`${path}/review`}>
            Rate your answers
          </ButtonLink>
        )}
        <ButtonLink variant={toRate ? 'secondary' : 'primary'} href={`${path}/report`}>
          Read the report
        </ButtonLink>
        <ButtonLink variant="quiet" href="/interview/mocks">
          All mock interviews
        </ButtonLink>
      </div>
    </div>
  );
}

const titles: Record<RoundEnd, string> = {
  finished: 'The interview is over',
  'timed-out': 'The time is over',
  left: 'You have left the interview',
};

const words: Record<RoundEnd, string> = {
  finished: 'What you wrote and handed in is kept as it was at the end.',
  'timed-out':
    'What had reached the server when the time ran out is kept; of code, what you had submitted counts. What came later stays in your browser and does not.',
  left: 'What you had written and handed in is kept.',
};

/** How one round ended. */
export function roundWords(round: MockRound): string {
  if (!round.ended) return round.startedAtMs === null ? `${round.minutes} min` : 'runs';
  if (round.startedAtMs === null) return 'not begun';
  const used = `${clockWords(usedMs(round, round.endedAtMs ?? 0))} of ${round.minutes} min`;
  return { finished: used, 'timed-out': `${used}, time over`, left: `${used}, left` }[round.ended];
}
