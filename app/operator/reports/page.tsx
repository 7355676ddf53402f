import { PathLink } from '#components/path-link';
import { exercisePage } from '#content/load';
import { reportsListedMax, reportsThat, type Report } from '#db/reports';
import { reportKinds } from '#lib/report';
import { database } from '../../database.ts';
import { findLesson } from '../../find-lesson.ts';
import { OperatorFrame, Section } from '../frame.tsx';
import { date } from '../in-words.ts';
import styles from '../operator.module.css';
import { requireOwner, titleForOwner } from '../owner.ts';
import { MarkDone } from './mark-done.tsx';

export const generateMetadata = () => titleForOwner('Reports');

export default async function ReportsPage() {
  await requireOwner();
  const [open, done] = [await reportsThat(database(), 'open'), await reportsThat(database(), 'done')];
  return (
    <OperatorFrame
      title="Reports"
      lede="What learners say is wrong with a lesson or an exercise. Who wrote it is not shown."
      path="/operator/reports"
    >
      <Section id="open" title="Open">
        {open.length === 0 ? <p className={styles.about}>Nothing is open.</p> : <Reports reports={open} />}
        {open.length === reportsListedMax && (
          <p className={styles.about}>There are more than these; mark some as done to see them.</p>
        )}
      </Section>
      {done.length > 0 && (
        <Section id="done" title="Done" about={`The last ${reportsListedMax} at most.`}>
          <Reports reports={done} />
        </Section>
      )}
    </OperatorFrame>
  );
}

function Reports({ reports }: { reports: Omit<Report, 'learnerId'>[] }) {
  return (
    <ul role="list" className={styles.reports}>
      {reports.map((report) => (
        <li key={report.id}>
          <OneReport report={report} />
        </li>
      ))}
    </ul>
  );
}

function OneReport({ report }: { report: Omit<Report, 'learnerId'> }) {
  const { id, itemKind, itemId, kind, text, files, createdAt, contentHash, version, doneAt } = report;
  const item = itemKind === 'exercise' ? exercisePage(itemId) : findLesson(itemId);
  const title = item?.title ?? itemId;
  const changed = itemKind === 'exercise' && exercisePage(itemId)?.contentHash !== contentHash;
  return (
    <article aria-label={`Report on ${title}`}>
      <h3 className={styles.reportTitle}>
        {item ? <PathLink href={item.path}>{title}</PathLink> : `${title} (no longer there)`}
      </h3>
      <p className={styles.reportFacts}>
        {reportKinds[kind]} · {itemKind} · {date(createdAt)} · version {version}
        {changed && ' · the exercise has changed since'}
      </p>
      <p className={styles.reportText}>{text}</p>
      {Object.entries(files ?? {}).map(([name, source]) => (
        <details key={name} className={styles.code}>
          <summary>Their {name}</summary>
          <pre tabIndex={0}>
            <code>{source}</code>
          </pre>
        </details>
      ))}
      <MarkDone id={id} title={title} done={doneAt !== null} />
    </article>
  );
}
