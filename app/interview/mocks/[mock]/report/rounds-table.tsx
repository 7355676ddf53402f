import { DataTable } from '#components/data-table';
import { plural } from '#components/labels';
import { pausedMs } from '#lib/mock-clock';
import { LocalTime } from '../../../../progress/local-time.tsx';
import { clockWords, endWords, mockKindLabels } from '../../mock-words.ts';
import type { RoundFigures } from './report-of.ts';

/** The clock of each round, openly: when it ran, how long it stood still, and what ended it. */
export function RoundsTable({ rounds }: { rounds: RoundFigures[] }) {
  return (
    <DataTable label="Times" columns={['Round', 'Began', 'Time used', 'Pauses', 'End']}>
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
    </DataTable>
  );
}
