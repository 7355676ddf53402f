import { plural } from '#components/labels';
import type { PlanNode } from '#lib/verdict';
import styles from './plan-tree.module.css';

/** The plan of a query as nested lists: a step stands above the steps that it takes its rows from. */
export function PlanTree({ plan }: { plan: PlanNode }) {
  return (
    <section className={styles.plan} aria-label="Plan of the query">
      <p className={styles.title}>Plan</p>
      <ul role="list" className={styles.root}>
        <Step step={plan} isCutShort={false} />
      </ul>
    </section>
  );
}

/** These have read all of their rows before they give the first one on. */
const readsAll = new Set(['Sort', 'Hash', 'Aggregate']);

/** `isCutShort`: a limit above stops asking once it has enough, so that fewer rows than planned say nothing. */
function Step({ step, isCutShort }: { step: PlanNode; isCutShort: boolean }) {
  const { node, relation, index, details, buffers, children } = step;
  const areCutShort = node === 'Limit' || (isCutShort && !readsAll.has(node));
  return (
    <li className={styles.step}>
      <p className={styles.node}>
        <strong>{node}</strong>
        {relation && (
          <>
            {' on '}
            <code>{relation}</code>
          </>
        )}
        {index && (
          <>
            {' using '}
            <code>{index}</code>
          </>
        )}
      </p>
      {details.length > 0 && (
        <dl className={styles.details}>
          {details.map(([name, value], at) => (
            <div key={at}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.rows}>
        <Rows step={step} isCutShort={isCutShort} />
        {buffers !== null && <span>{plural(buffers, 'block')} of 8 KB</span>}
      </p>
      {children.length > 0 && (
        <ul role="list" className={styles.children}>
          {children.map((child, at) => (
            <Step key={at} step={child} isCutShort={areCutShort} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Rows({ step: { rowsPlanned, rowsActual, loops }, isCutShort }: { step: PlanNode; isCutShort: boolean }) {
  if (rowsActual === null) return <span>{rows(rowsPlanned)} planned</span>;
  if (loops === 0) return <span>{rows(rowsPlanned)} planned, never run</span>;
  // PostgreSQL plans the rows of one loop.
  const planned = rowsPlanned * (loops ?? 1);
  const off = isCutShort && rowsActual < planned ? null : misjudged(planned, rowsActual);
  return (
    <>
      <span>
        {rows(rowsActual)}, {number(planned)} planned
        {loops !== null && loops > 1 && `, in ${plural(loops, 'loop')}`}
      </span>
      {off && (
        <span className={styles.off}>
          <span aria-hidden="true">≠ </span>
          {off}
        </span>
      )}
    </>
  );
}

/** Where the planner was wrong by this factor it may well have chosen the wrong way. */
const misjudgedFrom = 10;

/** How far the planner was from the truth, in words; null where it was near enough. */
export function misjudged(planned: number, actual: number): string | null {
  const [few, many] = [Math.max(1, Math.min(planned, actual)), Math.max(planned, actual)];
  const factor = many / few;
  if (factor < misjudgedFrom) return null;
  return `${number(Math.round(factor))} times ${actual > planned ? 'more' : 'fewer'} than planned`;
}

function rows(count: number): string {
  return `${number(count)} ${count === 1 ? 'row' : 'rows'}`;
}

/** Narrow spaces between thousands, the same in every locale, because the server draws it too. */
function number(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
