import { Ban, Check, CircleDashed, TriangleAlert, X } from 'lucide-react';
import { Fragment, type Ref } from 'react';
import { durationWords, isFailure, testStatusWords } from '#components/grading-words';
import { TestDetails } from '#components/grading-details';
import { grouped, type TestGroup } from '#components/test-groups';
import type { Place, TestResult, TestStatus } from '#lib/verdict';
import styles from './test-report.module.css';

type Props = {
  tests: TestResult[];
  /** Names of the tests that have not ended yet, in order. */
  waiting?: string[];
  /** What a test is, where its name alone would not say: `data set`. */
  unit?: string | undefined;
  groups?: TestGroup[] | undefined;
  /** How many more run on submit alone; said under the list. */
  hiddenTestCount?: number;
  onPlace?: (place: Place) => void;
  /** The heading that news should take the focus to. */
  firstFailure?: Ref<HTMLElement>;
};

/** Results as a test report: one line a test, the first failure open, the rest folded. */
export function TestReport({
  tests,
  waiting = [],
  unit,
  groups = [],
  hiddenTestCount = 0,
  onPlace,
  firstFailure,
}: Props) {
  const first = tests.find(isFailure);
  const rows: Row[] = [
    ...tests.map((test, index) => ({ name: test.name, index, test })),
    ...waiting.map((name, index) => ({ name, index: tests.length + index, test: null })),
  ];
  return (
    <>
      {grouped(rows, groups).map(({ group, rows: inGroup }) => (
        <Fragment key={group?.prefix ?? ''}>
          {group && <h3 className={styles.group}>{group.title}</h3>}
          <ol role="list" className={styles.list} aria-label={group?.title ?? 'Tests'}>
            {inGroup.map(({ name, index, test }) => (
              <li key={index} className={styles.test} data-status={test?.status ?? 'waiting'}>
                {test ? (
                  <Ended
                    test={test}
                    unit={unit}
                    group={group}
                    open={test === first}
                    heading={test === first ? firstFailure : undefined}
                    onPlace={onPlace}
                  />
                ) : (
                  <div className={styles.line}>
                    <CircleDashed className={styles.icon} size={16} aria-hidden="true" />
                    <span className={styles.name}>
                      <Name name={name} unit={unit} group={group} />
                    </span>
                  </div>
                )}
              </li>
            ))}
          </ol>
        </Fragment>
      ))}
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

type EndedProps = {
  test: TestResult;
  unit: string | undefined;
  group: TestGroup | null;
  open: boolean;
  heading: Ref<HTMLElement> | undefined;
  onPlace: ((place: Place) => void) | undefined;
};

function Ended({ test, unit, group, open, heading, onPlace }: EndedProps) {
  const line = <Line test={test} unit={unit} group={group} />;
  if (!hasDetails(test)) return <div className={styles.line}>{line}</div>;
  return (
    <details open={open}>
      <summary className={styles.line} ref={heading}>
        {line}
      </summary>
      <TestDetails test={test} onPlace={onPlace} />
    </details>
  );
}

type Row = { name: string; index: number; test: TestResult | null };

const icons: Record<TestStatus, typeof Check> = { passed: Check, failed: X, errored: TriangleAlert, 'not-run': Ban };

function Line({ test, unit, group }: Pick<EndedProps, 'test' | 'unit' | 'group'>) {
  const Icon = icons[test.status];
  return (
    <>
      <Icon className={styles.icon} size={16} strokeWidth={2.25} aria-hidden="true" />
      <h3 className={styles.name}>
        <Name name={test.name} unit={unit} group={group} />
      </h3>
      {test.hidden && <span className={styles.hidden}>hidden test</span>}
      <span className={styles.status}>{group?.words[test.status] ?? testStatusWords[test.status]}</span>
      {test.status !== 'not-run' && <span className={styles.time}>{durationWords(test.durationMs)}</span>}
    </>
  );
}

/** Under the heading of its group, a name need not say again what it is. */
function Name({ name, unit, group }: { name: string; unit: string | undefined; group: TestGroup | null }) {
  const rest = group ? name.slice(group.prefix.length) : name;
  if (!unit) return rest;
  return (
    <>
      <span className={styles.unit}>{unit}</span> {rest}
    </>
  );
}

function hasDetails(test: TestResult): boolean {
  return Boolean(
    test.did.length > 0 ||
    test.message ||
    test.console ||
    test.grids ||
    test.exchanges?.length ||
    test.plan ||
    test.expected !== undefined ||
    test.actual !== undefined,
  );
}
