import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff';
import styles from './grading-diff.module.css';

/** Comparing long values is cut short rather than letting a page hang; both are then shown plainly. */
const diffMsMax = 200;

/** Expected and actual, with what differs marked by a sign and an underline as well as by colour. */
export function GradingDiff({ expected, actual }: { expected: string; actual: string }) {
  const long = expected.includes('\n') || actual.includes('\n');
  return long ? <LineDiff expected={expected} actual={actual} /> : <WordDiff expected={expected} actual={actual} />;
}

function WordDiff({ expected, actual }: { expected: string; actual: string }) {
  const changes = diffWordsWithSpace(expected, actual, { timeout: diffMsMax }) ?? [
    { value: expected, removed: true, added: false, count: 1 },
    { value: actual, removed: false, added: true, count: 1 },
  ];
  return (
    <dl className={styles.pair}>
      <dt>Expected</dt>
      <dd>
        <Side changes={changes} keep="removed" />
      </dd>
      <dt>Actual</dt>
      <dd>
        <Side changes={changes} keep="added" />
      </dd>
    </dl>
  );
}

/** Nothing in common is no news, so a value that differs as a whole stays unmarked. */
function Side({ changes, keep }: { changes: ChangeObject<string>[]; keep: 'added' | 'removed' }) {
  const common = changes.some((change) => !change.added && !change.removed && change.value.trim().length > 1);
  const shown = changes.filter((change) => change[keep] || (!change.added && !change.removed));
  return (
    <code className={styles.value}>
      {shown.map((change, index) =>
        change[keep] && common ? (
          <mark key={index} className={keep === 'added' ? styles.added : styles.removed}>
            {change.value}
          </mark>
        ) : (
          <span key={index}>{change.value}</span>
        ),
      )}
    </code>
  );
}

function LineDiff({ expected, actual }: { expected: string; actual: string }) {
  const changes = diffLines(expected, actual, { timeout: diffMsMax }) ?? [
    { value: expected, removed: true, added: false, count: 1 },
    { value: actual, removed: false, added: true, count: 1 },
  ];
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.legend}>
        <span>
          <span aria-hidden="true">− </span>expected
        </span>
        <span>
          <span aria-hidden="true">+ </span>actual
        </span>
      </figcaption>
      <pre className={styles.lines} tabIndex={0} aria-label="Difference, line by line">
        {changes.flatMap((change, index) =>
          linesOf(change.value).map((line, lineIndex) => (
            <Line key={`${index}:${lineIndex}`} change={change} line={line} />
          )),
        )}
      </pre>
    </figure>
  );
}

function Line({ change, line }: { change: ChangeObject<string>; line: string }) {
  const kind = change.added ? 'added' : change.removed ? 'removed' : 'same';
  const sign = { added: '+', removed: '−', same: ' ' }[kind];
  const word = { added: 'actual: ', removed: 'expected: ', same: '' }[kind];
  return (
    <span className={styles.line} data-kind={kind}>
      <span aria-hidden="true">{sign} </span>
      {word && <span className="visually-hidden">{word}</span>}
      {line}
    </span>
  );
}

function linesOf(value: string): string[] {
  return (value.endsWith('\n') ? value.slice(0, -1) : value).split('\n');
}
