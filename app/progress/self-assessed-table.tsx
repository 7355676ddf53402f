import { PathLink } from '#components/path-link';
import { LocalTime } from './local-time.tsx';
import type { SelfAssessed } from './overview.ts';
import styles from './progress.module.css';

export function SelfAssessedTable({ texts }: { texts: SelfAssessed[] }) {
  return (
    <div className={styles.scroll} role="group" aria-label="Self-assessed texts, scrolls sideways" tabIndex={0}>
      <table className={styles.lately}>
        <thead>
          <tr>
            <th scope="col">Text</th>
            <th scope="col">Your own score</th>
            <th scope="col">Scored</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  );
}
