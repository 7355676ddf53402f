import { DataTable } from '#components/data-table';
import { durationWords } from '#components/grading-words';
import { PathLink } from '#components/path-link';
import type { MachineEvidence } from '../../machine-evidence.ts';
import { clockWords } from '../../mock-words.ts';
import type { GradedPart } from './report-of.ts';
import styles from './report.module.css';

/** What the sandbox found: nobody's opinion. */
export function GradedTable({ parts }: { parts: GradedPart[] }) {
  return (
    <>
      <DataTable
        label="What was graded"
        columns={['Exercise', 'Result', 'Attempts', 'Round’s clock', 'Run time', 'First failure']}
      >
        {parts.map((part) => (
          <Row key={part.id} {...part} />
        ))}
      </DataTable>
      {parts
        .filter(({ saved }) => saved.length > 0)
        .map(({ id, title, saved }) => (
          <details key={id} className={styles.saved}>
            <summary>Your code as it was saved: {title}</summary>
            {saved.map(({ file, source }) => (
              <figure key={file}>
                <figcaption>{file}</figcaption>
                <pre tabIndex={0} role="group" aria-label={`${title}, ${file}`}>
                  {source}
                </pre>
              </figure>
            ))}
          </details>
        ))}
    </>
  );
}

function Row({ title, path, evidence }: GradedPart) {
  const { tests, usedMs, runMs, slowestTestMs, firstFailure, submission } = evidence;
  const result = resultWords(evidence);
  return (
    <tr>
      <th scope="row">{path ? <PathLink href={path}>{title}</PathLink> : title}</th>
      <td>
        {submission ? <PathLink href={`/progress/history/${submission}`}>{result}</PathLink> : result}
        {tests && (
          <span className={styles.small}>
            {tests.passed} of {tests.total} tests
          </span>
        )}
      </td>
      <td>{evidence.attempts}</td>
      <td>{usedMs === null ? '' : clockWords(usedMs)}</td>
      <td>
        {runMs !== null && durationWords(runMs)}
        {slowestTestMs !== null && <span className={styles.small}>slowest test {durationWords(slowestTestMs)}</span>}
      </td>
      <td data-words="">
        {firstFailure?.test}
        {firstFailure?.message && <span className={styles.small}>{firstFailure.message}</span>}
      </td>
    </tr>
  );
}

function resultWords({ passed, attempts, waiting }: MachineEvidence): string {
  if (passed) return 'Passed';
  if (attempts > 0) return 'Not passed';
  return waiting > 0 ? 'Handed in, not graded yet' : 'Nothing handed in';
}
