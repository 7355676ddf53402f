import { trackHue } from '#components/hue';
import { PathLink } from '#components/path-link';
import type { Count, TrackProgress } from './overview.ts';
import styles from './progress.module.css';

export function TracksTable({ tracks }: { tracks: TrackProgress[] }) {
  return (
    <table className={styles.tracks}>
      <thead>
        <tr>
          <th scope="col">Track</th>
          <th scope="col">Lessons done</th>
          <th scope="col">Exercises passed</th>
        </tr>
      </thead>
      <tbody>
        {tracks.map(({ id, title, path, hue, lessons, exercises }) => (
          <tr key={id} {...trackHue(hue)}>
            <th scope="row">
              <PathLink href={path}>{title}</PathLink>
            </th>
            <CountCell count={lessons} />
            <CountCell count={exercises} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The number says it; the rule under it lets the eye compare. */
function CountCell({ count: { done, total } }: { count: Count }) {
  return (
    <td>
      {total === 0 ? (
        <span className={styles.none}>None yet</span>
      ) : (
        <>
          {done} of {total}
          <span className={styles.rule} aria-hidden="true">
            <span style={{ inlineSize: `${(100 * done) / total}%` }} />
          </span>
        </>
      )}
    </td>
  );
}
