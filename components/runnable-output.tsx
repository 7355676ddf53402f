import { lazy, Suspense } from 'react';
import { problemWords, reasonWords } from '#components/grading-words';
import { ResultGrid } from '#components/result-grid';
import { gridOf, wasPredicted } from '#lib/printed';
import type { RunAnswer } from '#lib/run-source';
import type { RunOutcome } from '#lib/verdict';
import styles from './runnable.module.css';

// Few runs of a lesson have a plan, so the tree comes with the first that has.
const PlanTree = lazy(() => import('#components/plan-tree').then((module) => ({ default: module.PlanTree })));

type Props = {
  answer: RunAnswer;
  /** What the lesson says it prints. */
  written: string | null;
  /** What the reader said; null where nothing was to be predicted. */
  prediction: string | null;
  sql: boolean;
};

/** What came of a run, or why there was none. */
export function RunOutput({ answer, written, prediction, sql }: Props) {
  if (answer.type === 'outcome' && answer.outcome.status === 'ran') {
    return (
      <div className={styles.output}>
        {prediction !== null && <Comparison same={wasPredicted(prediction, answer.outcome)} />}
        <Ran outcome={answer.outcome} />
      </div>
    );
  }
  if (answer.type === 'outcome' && answer.outcome.status === 'errored') return <Errored outcome={answer.outcome} />;
  const words = wordsOf(answer);
  return (
    <div className={styles.output}>
      <p className={styles.title}>{words.title}</p>
      <p>{words.text}</p>
      {written !== null && (
        <>
          <p>By the lesson it prints:</p>
          <WrittenOutput output={written} sql={sql} />
        </>
      )}
    </div>
  );
}

/** The output that stands in the lesson; the checks of the content have run the code and compared. */
export function WrittenOutput({ output, sql }: { output: string; sql: boolean }) {
  if (sql) return <ResultGrid grid={gridOf(output)} caption="Result" />;
  return <Printed text={output} />;
}

function Ran({ outcome }: { outcome: Extract<RunOutcome, { status: 'ran' }> }) {
  return (
    <>
      {outcome.grid && <ResultGrid grid={outcome.grid} caption="Result" />}
      {outcome.console && <Printed text={outcome.console} />}
      {outcome.plan && (
        <Suspense>
          <PlanTree plan={outcome.plan} />
        </Suspense>
      )}
      {!outcome.grid && !outcome.console && !outcome.plan && <p>It ran and printed nothing.</p>}
    </>
  );
}

function Comparison({ same }: { same: boolean }) {
  return (
    <p className={styles.title}>
      {same
        ? 'You predicted what it prints.'
        : 'It prints something else than you wrote. Find the first line that differs, and why.'}
    </p>
  );
}

function Errored({ outcome }: { outcome: Extract<RunOutcome, { status: 'errored' }> }) {
  return (
    <div className={styles.output} data-errored>
      <p className={styles.title}>
        {reasonWords[outcome.reason]}
        {outcome.at && `, line ${outcome.at.line}`}
      </p>
      <p className={styles.message}>{outcome.message}</p>
      {outcome.console && <Printed text={outcome.console} />}
    </div>
  );
}

function Printed({ text }: { text: string }) {
  return (
    <pre className={styles.printed} tabIndex={0} role="group" aria-label="Output">
      {text.trimEnd()}
    </pre>
  );
}

function wordsOf(answer: RunAnswer): { title: string; text: string } {
  if (answer.type === 'problem') return problemWords(answer.problem);
  const message = answer.outcome.status === 'unavailable' ? answer.outcome.message : '';
  return { title: 'It was not run: our side is busy', text: `${message} Try again in a moment.`.trim() };
}
