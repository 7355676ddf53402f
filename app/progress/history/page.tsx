import type { Metadata } from 'next';
import { DataTable } from '#components/data-table';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { exercises } from '#content/load';
import { submissionPage, type SubmissionRow } from '#db/submissions';
import { database } from '../../database.ts';
import { currentLearner } from '../../learner.ts';
import { LocalTime } from '../local-time.tsx';
import styles from './history.module.css';
import { outcomeWords } from './outcome-words.ts';

export const metadata: Metadata = {
  title: 'Submissions',
  description: 'Everything you have submitted, newest first, each with its code and its verdict.',
};

const rowsOnAPage = 25;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HistoryPage({ searchParams }: Props) {
  const { before } = await searchParams;
  const learner = await currentLearner();
  const cursor = typeof before === 'string' ? before : null;
  const { rows, next } = learner
    ? await submissionPage(database(), learner.learnerId, { before: cursor, limit: rowsOnAPage })
    : { rows: [], next: null };
  return (
    <div className="page">
      <PageHeader title="Submissions" lede="Everything you have submitted, newest first. Runs are not kept." />
      {rows.length === 0 ? <Empty isFirst={cursor === null} /> : <Rows rows={rows} />}
      <nav className={styles.pages} aria-label="Pages of the history">
        <PathLink href="/progress">Back to your progress</PathLink>
        {cursor !== null && <PathLink href="/progress/history">Newest</PathLink>}
        {next !== null && (
          <PathLink href={`/progress/history?before=${next}`} rel="next">
            Older
          </PathLink>
        )}
      </nav>
    </div>
  );
}

function Rows({ rows }: { rows: SubmissionRow[] }) {
  const titles = new Map(exercises().map(({ id, title }) => [id, title]));
  return (
    <DataTable label="Submissions" columns={['Exercise', 'Verdict', 'Tests', 'Submitted']}>
      {rows.map(({ id, exercise, verdictStatus, passedTests, totalTests, createdAt }) => (
        <tr key={id}>
          <th scope="row">
            <PathLink href={`/progress/history/${id}`}>{titles.get(exercise) ?? exercise}</PathLink>
          </th>
          <td className={styles.verdict} data-status={verdictStatus ?? 'open'}>
            {outcomeWords(verdictStatus)}
          </td>
          <td>{totalTests ? `${passedTests ?? 0} of ${totalTests}` : ''}</td>
          <td>
            <LocalTime iso={createdAt.toISOString()} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function Empty({ isFirst }: { isFirst: boolean }) {
  if (!isFirst) return <p>There is nothing older than this.</p>;
  return (
    <p className={styles.empty}>
      You have submitted nothing yet. <PathLink href="/practice">Choose an exercise</PathLink>; what you submit is kept
      here with its verdict.
    </p>
  );
}
