import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { exercisePage } from '#content/load';
import { submissionOf } from '#db/submissions';
import { answersFile } from '#lib/answers';
import type { LearnerFiles } from '#lib/verdict';
import { database } from '../../../database.ts';
import { currentLearner } from '../../../learner.ts';
import { LocalTime } from '../../local-time.tsx';
import styles from '../history.module.css';
import { StoredVerdict } from './stored-verdict.tsx';

export const metadata: Metadata = { title: 'Submission', robots: { index: false } };

type Props = { params: Promise<{ submission: string }> };

/** What was handed in and what came of it; there for its owner alone. */
export default async function SubmissionPage({ params }: Props) {
  const learner = await currentLearner();
  const submission = learner && (await submissionOf(database(), learner.learnerId, (await params).submission));
  if (!submission) notFound();
  const exercise = exercisePage(submission.exercise);
  return (
    <div className="page">
      <PageHeader title={exercise?.title ?? submission.exercise}>
        <p>
          Submitted <LocalTime iso={submission.createdAt.toISOString()} />
        </p>
        {submission.importedAt && (
          <p>
            Imported <LocalTime iso={submission.importedAt.toISOString()} />: the verdict is the other server’s.
          </p>
        )}
      </PageHeader>
      <div className={styles.columns}>
        <section aria-labelledby="verdict">
          <h2 id="verdict">Verdict</h2>
          {submission.verdict ? (
            <StoredVerdict
              verdict={submission.verdict}
              kind={exercise?.kind ?? 'code'}
              // Without tests of its own, a query was compared with the reference on each data set.
              {...(exercise?.expected && { unit: 'data set' })}
            />
          ) : (
            <p className={styles.note}>This submission is still being graded. Look again in a moment.</p>
          )}
        </section>
        <section aria-labelledby="handed-in">
          <h2 id="handed-in">What you handed in</h2>
          <Files files={submission.files} />
        </section>
      </div>
      <nav className={styles.pages} aria-label="From here">
        {exercise ? (
          <PathLink href={exercise.path}>Open the exercise</PathLink>
        ) : (
          <span className={styles.note}>The exercise is no longer among those that you can open.</span>
        )}
        <PathLink href="/progress/history">All submissions</PathLink>
      </nav>
    </div>
  );
}

function Files({ files }: { files: LearnerFiles }) {
  return Object.entries(files).map(([name, source]) => (
    <figure key={name} className={styles.file}>
      <figcaption>{name === answersFile ? 'Your answers, as they were sent' : name}</figcaption>
      <pre tabIndex={0} aria-label={name} role="group">
        <code>{name === answersFile ? readable(source) : source}</code>
      </pre>
    </figure>
  ));
}

function readable(source: string): string {
  try {
    return JSON.stringify(JSON.parse(source), null, 2);
  } catch {
    return source;
  }
}
