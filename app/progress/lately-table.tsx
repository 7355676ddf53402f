import { DataTable } from '#components/data-table';
import { PathLink } from '#components/path-link';
import { StatusMark } from '#components/status-mark';
import type { Lately } from './overview.ts';
import { LocalTime } from './local-time.tsx';
import styles from './progress.module.css';

export function LatelyTable({ lately }: { lately: Lately[] }) {
  return (
    <DataTable label="Worked on lately" columns={['Exercise', 'Status', 'Last result', 'Attempts', 'Last worked on']}>
      {lately.map(({ exercise, status, attempts, tests, lastAt }) => (
        <tr key={exercise.id}>
          <th scope="row">
            <PathLink href={exercise.path}>{exercise.title}</PathLink>
          </th>
          <td>
            <span className={styles.status}>
              <StatusMark status={status === 'passed' ? 'done' : 'attempted'} words="" />
              {status === 'passed' ? 'Passed' : 'Begun'}
            </span>
          </td>
          <td>{tests ? `${tests.passed} of ${tests.total} tests` : 'Not submitted'}</td>
          <td>{attempts}</td>
          <td>
            <LocalTime iso={lastAt.toISOString()} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
