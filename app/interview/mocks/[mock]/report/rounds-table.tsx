import { plural } from '#components/labels';
import { pausedMs } from '#lib/mock-clock';
import { LocalTime } from '../../../../progress/local-time.tsx';
import { clockWords, endWords, mockKindLabels } from '../../mock-words.ts';
import type { RoundFigures } from './report-of.ts';
import styles from './report.module.css';
import { Scroll } from './scroll.tsx';

/** The clock of each round, openly: when it ran, how long it stood still, and what ended it. */
export function RoundsTable({ rounds }: { rounds: RoundFigures[] }) {
  return (
    <Scroll label="Times">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Round</th>
            <th scope="col">Began</th>
            <th scope="col">Time used</th>
            <th scope="col">Pauses</th>
            <th scope="col">End</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map(({ round, usedMs }) => (
            <tr key={round.kind}>
              <th scope="row">{mockKindLabels[round.kind]}</th>
              {round.startedAtMs === null ? (
                <td colSpan={4}>Not begun</td>
              ) : (
                <>
                  <td>
                    <LocalTime iso={new Date(round.startedAtMs).toISOString()} />
                  </td>
                  <td>
                    {clockWords(usedMs)} of {round.minutes} min
                  </td>
                  <td>
                    {round.pauses.length === 0
                      ? 'None'
                      : `${plural(round.pauses.length, 'pause')}, ${clockWords(pausedMs(round, round.endedAtMs ?? 0))} in all`}
                  </td>
                  <td>{round.ended ? endWords[round.ended] : ''}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
