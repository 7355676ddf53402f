import { Ban, Check, CircleDashed, TriangleAlert, X } from 'lucide-react';
import type { Ref } from 'react';
import { durationWords, isFailure, testStatusWords } from '#components/grading-words';
import { TestDetails } from '#components/grading-details';
import type { Place, TestResult, TestStatus } from '#lib/verdict';
import styles from './test-report.module.css';

type Props = {
  tests: TestResult[];
  /** Names of the tests that have not ended yet, in order. */
  waiting?: string[];
  /** What a test is, where its name alone would not say: `data set`. */
  unit?: string;
  /** How many more run on submit alone; said under the list. */
  hiddenTestCount?: number;
  onPlace?: (place: Place) => void;
  /** The heading that news should take the focus to. */
  firstFailure?: Ref<HTMLElement>;
};

/** Results as a test report: one line a test, the first failure open, the rest folded. */
export function TestReport({ tests, waiting = [], unit, hiddenTestCount = 0, onPlace, firstFailure }: Props) {
  const first = tests.findIndex(isFailure);
  return (
    <>
      <ol role="list" className={styles.list} aria-label="Tests">
        {tests.map((test, index) => (
          <li key={index} className={styles.test} data-status={test.status}>
            {hasDetails(test) ? (
              <details open={index === first}>
                <summary className={styles.line} ref={index === first ? firstFailure : undefined}>
                  <Line test={test} unit={unit} />
                </summary>
                <TestDetails test={test} onPlace={onPlace} />
              </details>
            ) : (
              <div className={styles.line}>
                <Line test={test} unit={unit} />
              </div>
            )}
          </li>
        ))}
        {waiting.map((name, index) => (
          <li key={tests.length + index} className={styles.test} data-status="waiting">
            <div className={styles.line}>
              <CircleDashed className={styles.icon} size={16} aria-hidden="true" />
              <span className={styles.name}>
                <Name name={name} unit={unit} />
              </span>
            </div>
          </li>
        ))}
      </ol>
      {hiddenTestCount > 0 && (
        <p className={styles.note}>
          {hiddenTestCount === 1
            ? 'One more test is hidden; it runs'
            : `${hiddenTestCount} more tests are hidden; they run`}{' '}
          when you submit.
        </p>
      )}
    </>
  );
}

const icons: Record<TestStatus, typeof Check> = { passed: Check, failed: X, errored: TriangleAlert, 'not-run': Ban };

function Line({ test, unit }: { test: TestResult; unit?: string }) {
  const Icon = icons[test.status];
  return (
    <>
      <Icon className={styles.icon} size={16} strokeWidth={2.25} aria-hidden="true" />
      <h3 className={styles.name}>
        <Name name={test.name} unit={unit} />
      </h3>
      {test.hidden && <span className={styles.hidden}>hidden test</span>}
      <span className={styles.status}>{testStatusWords[test.status]}</span>
      {test.status !== 'not-run' && <span className={styles.time}>{durationWords(test.durationMs)}</span>}
    </>
  );
}

function Name({ name, unit }: { name: string; unit?: string }) {
  return unit ? (
    <>
      <span className={styles.unit}>{unit}</span> {name}
    </>
  ) : (
    name
  );
}

function hasDetails(test: TestResult): boolean {
  return Boolean(
    test.did.length > 0 ||
    test.message ||
    test.console ||
    test.grids ||
    test.expected !== undefined ||
    test.actual !== undefined,
  );
}
