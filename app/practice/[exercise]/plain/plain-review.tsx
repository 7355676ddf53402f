import { Button } from '#components/button';
import type { AnswersPage } from '#content/load';
import type { Mark } from '#lib/answers';
import type { Verdict } from '#lib/verdict';
import { ResultBanner } from '../answers/result-banner.tsx';
import { resultsOf } from '../review/results.ts';
import { ReviewResults } from '../review/review-results.tsx';
import styles from './plain.module.css';

type Review = Extract<AnswersPage, { kind: 'review' }>;
type Judged = Extract<Verdict, { status: 'passed' | 'failed' }>;

/** Rows to begin with, and those that are free beside what has been marked. */
const rowsMin = 8;
const rowsFree = 3;

/** A text with numbered lines, and rows that say where something is wrong in it. */
export function PlainReview({ exercise, review, marks }: { exercise: string; review: Review; marks: Mark[] }) {
  const { artefact, defects, markLinesMax, falseMarksMax } = review;
  const rows = Array.from({ length: Math.max(rowsMin, marks.length + rowsFree) }, (_, index) => marks[index]);
  const lineField = { type: 'number', min: 1, max: artefact.lines.length, className: styles.line } as const;
  return (
    <form method="post" action="/api/submissions/form" className={styles.form}>
      <input type="hidden" name="exercise" value={exercise} />
      <figure className={styles.artefact}>
        <figcaption>{artefact.name}</figcaption>
        <pre tabIndex={0} role="group" aria-label={`Lines of ${artefact.name}`} className="shiki">
          {artefact.linesHtml.map((html, index) => (
            <code key={index}>
              <span className={styles.number}>{index + 1}</span>
              <code dangerouslySetInnerHTML={{ __html: html === '' ? ' ' : html }} />
              {'\n'}
            </code>
          ))}
        </pre>
      </figure>
      <p className={styles.note}>
        Say in which lines something is wrong, and what. A mark has at most {markLinesMax} lines. Passes with every
        major finding and at most {falseMarksMax === 1 ? 'one false mark' : `${falseMarksMax} false marks`}. Rows
        without a first line count for nothing.
      </p>
      {rows.map((mark, index) => (
        <fieldset key={index} className={styles.mark}>
          <legend>Mark {index + 1}</legend>
          <label>
            From line <input {...lineField} name={`mark:${index}:from`} defaultValue={mark?.from} />
          </label>
          <label>
            to line <input {...lineField} name={`mark:${index}:to`} defaultValue={mark?.to} />
          </label>
          <label>
            What is wrong{' '}
            <select name={`mark:${index}:defect`} defaultValue={mark?.defect ?? ''}>
              <option value="">Choose</option>
              {defects.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </fieldset>
      ))}
      <Button variant="primary" type="submit">
        Submit the review
      </Button>
    </form>
  );
}

/** What was found, what is open, and which marks were none. */
export function PlainReviewResult({ verdict }: { verdict: Judged }) {
  const results = resultsOf(verdict.tests, null);
  const found = results.filter(({ kind }) => kind === 'found').length;
  const all = results.filter(({ kind }) => kind !== 'false-mark').length;
  return (
    <div className={styles.result}>
      <ResultBanner
        passed={verdict.status === 'passed'}
        title={`${verdict.status === 'passed' ? 'Passed' : 'Not passed'}: ${found} of ${all} findings`}
        isNews={false}
      >
        <p>Your marks are in the rows below, to change and submit again.</p>
      </ResultBanner>
      <ReviewResults results={results} />
    </div>
  );
}
