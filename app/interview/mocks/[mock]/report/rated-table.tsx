import { DataTable } from '#components/data-table';
import { plural } from '#components/labels';
import { PathLink } from '#components/path-link';
import { percentWords } from '../../mock-words.ts';
import type { RatedPart } from './report-of.ts';
import styles from './report.module.css';

/** What the learner thinks of their own answers, and is called that. */
export function RatedTable({ mockId, parts }: { mockId: string; parts: RatedPart[] }) {
  const notes = parts.filter(({ review }) => review && review.note.trim() !== '');
  return (
    <>
      <DataTable label="What you rated" columns={['Question', 'Own rating', 'Points', 'Red flags']}>
        {parts.map(({ id, title, score, review, isAnswered }) => (
          <tr key={id}>
            <th scope="row">
              <PathLink href={`/interview/mocks/${mockId}/review/${id}`}>{title}</PathLink>
              {!isAnswered && <span className={styles.small}>Nothing written</span>}
            </th>
            <td>{score ? percentWords(score.share) : review ? 'No points to rate' : 'Not rated yet'}</td>
            <td>{score && `${score.met} met, ${score.partly} partly, ${score.missed} missed`}</td>
            <td>{score && (score.flags === 0 ? 'None' : plural(score.flags, 'flag'))}</td>
          </tr>
        ))}
      </DataTable>
      {notes.length > 0 && (
        <>
          <h3>What you will do otherwise</h3>
          <dl className={styles.notes}>
            {notes.map(({ id, title, review }) => (
              <div key={id}>
                <dt>{title}</dt>
                <dd>{review?.note}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
