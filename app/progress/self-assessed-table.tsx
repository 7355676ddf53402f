import { DataTable } from '#components/data-table';
import { PathLink } from '#components/path-link';
import { LocalTime } from './local-time.tsx';
import type { SelfAssessed } from './overview.ts';

export function SelfAssessedTable({ texts }: { texts: SelfAssessed[] }) {
  return (
    <DataTable label="Self-assessed texts" columns={['Text', 'Your own score', 'Scored']}>
      {texts.map(({ exercise, points, pointsMax, scoredAt }) => (
        <tr key={exercise.id}>
          <th scope="row">
            <PathLink href={exercise.path}>{exercise.title}</PathLink>
          </th>
          <td>
            {points} of {pointsMax}
          </td>
          <td>
            <LocalTime iso={scoredAt.toISOString()} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
