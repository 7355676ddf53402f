import { kindLabels, levelLabels } from '#components/labels';
import { laidOutLate } from '#components/late-layout';
import { PathLink } from '#components/path-link';
import { TestReport } from '#components/test-report';
import { exercisePage } from '#content/load';
import { type Failure, failures, resultOf } from './failures.ts';
import styles from './failure-examples.module.css';
import home from './home.module.css';

/** What a failure looks like: code that somebody would write, and what the sandbox says to it. */
export function FailureExamples() {
  return (
    <section className={`page ${home.section} ${styles.section}`} aria-labelledby="failures" {...laidOutLate(152)}>
      <div className={home.margin}>
        <h2 id="failures">What a failure looks like</h2>
        <p>
          Three mistakes that survive a quick look, graded by the sandbox that grades you. This is its report, not a
          mock-up.
        </p>
      </div>
      <ol role="list" className={styles.examples}>
        {failures.map((failure) => (
          <Example key={failure.exerciseId} failure={failure} />
        ))}
      </ol>
    </section>
  );
}

function Example({ failure }: { failure: Failure }) {
  const exercise = exercisePage(failure.exerciseId);
  if (!exercise) return null;
  return (
    <li className={styles.example}>
      <h3 className={styles.title}>{failure.title}</h3>
      <pre className={styles.source}>
        <code>{failure.excerpts.map((excerpt) => dedented(excerpt)).join('\n…\n')}</code>
      </pre>
      <div className={styles.report}>
        <TestReport tests={[resultOf(failure)]} unit={exercise.kind === 'sql' ? 'data set' : undefined} />
      </div>
      <p className={styles.origin}>
        <PathLink href={exercise.path}>{exercise.title}</PathLink>
        <span>
          {kindLabels[exercise.kind]} · {levelLabels[exercise.level]}
        </span>
      </p>
    </li>
  );
}

function dedented(excerpt: string): string {
  const lines = excerpt.split('\n');
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent)).join('\n');
}
