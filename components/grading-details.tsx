import { Transcript } from '#components/exchange';
import { GradingDiff } from '#components/grading-diff';
import { reasonWords } from '#components/grading-words';
import { PlanTree } from '#components/plan-tree';
import { GridPair } from '#components/result-grid';
import type { Place, TestResult } from '#lib/verdict';
import styles from './grading-details.module.css';

/** What one test did and what came of it. */
export function TestDetails({ test, onPlace }: { test: TestResult; onPlace?: (place: Place) => void }) {
  return (
    <div className={styles.details}>
      {test.reason && <p className={styles.reason}>{reasonWords[test.reason]}</p>}
      {test.message && <p className={styles.message}>{test.message}</p>}
      {test.at && <PlaceButton place={test.at} onPlace={onPlace} />}
      {test.did.length > 0 && <Block title="What the test did" text={test.did.join('\n')} />}
      {test.grids ? <GridPair comparison={test.grids} /> : <Values expected={test.expected} actual={test.actual} />}
      {test.exchanges && test.exchanges.length > 0 && <Transcript exchanges={test.exchanges} />}
      {test.plan && <PlanTree plan={test.plan} />}
      {test.console && <Block title="Console" text={test.console} />}
    </div>
  );
}

/** A place in the learner's file; a button where there is an editor to go to. */
export function PlaceButton({ place, onPlace }: { place: Place; onPlace?: (place: Place) => void }) {
  const words = `${place.file}, line ${place.line}${place.column ? `, column ${place.column}` : ''}`;
  if (!onPlace) return <p className={styles.place}>{words}</p>;
  return (
    <p className={styles.place}>
      <button type="button" onClick={() => onPlace(place)}>
        Go to {words}
      </button>
    </p>
  );
}

export function Block({ title, text }: { title: string; text: string }) {
  return (
    <section className={styles.block}>
      <p className={styles.label}>{title}</p>
      <pre tabIndex={0} aria-label={title} role="group">
        {text}
      </pre>
    </section>
  );
}

function Values({ expected, actual }: { expected?: string; actual?: string }) {
  if (expected !== undefined && actual !== undefined) return <GradingDiff expected={expected} actual={actual} />;
  return (
    <>
      {expected !== undefined && <Block title="Expected" text={expected} />}
      {actual !== undefined && <Block title="Actual" text={actual} />}
    </>
  );
}
