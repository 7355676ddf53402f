import { DataTable, ShareRule } from '#components/data-table';
import { trackHue } from '#components/hue';
import { PathLink } from '#components/path-link';
import type { Count, TrackProgress } from './overview.ts';
import styles from './progress.module.css';

export function TracksTable({ tracks }: { tracks: TrackProgress[] }) {
  return (
    <DataTable label="Progress by track" columns={['Track', 'Lessons done', 'Graded exercises passed']} breaks>
      {tracks.map(({ id, title, path, hue, lessons, exercises }) => (
        <tr key={id} {...trackHue(hue)}>
          <th scope="row">
            <PathLink href={path}>{title}</PathLink>
          </th>
          <CountCell count={lessons} />
          <CountCell count={exercises} />
        </tr>
      ))}
    </DataTable>
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
          <ShareRule share={done / total} />
        </>
      )}
    </td>
  );
}
