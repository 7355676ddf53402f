import type { Grid, GridComparison } from '#lib/verdict';
import styles from './result-grid.module.css';

type GridProps = { grid: Grid; caption: string; differing?: [number, number][] };

/** Rows of a query. Differing cells bear a sign, a border and a word for screen readers beside their colour. */
export function ResultGrid({ grid, caption, differing = [] }: GridProps) {
  const differs = new Set(differing.map(([row, column]) => `${row}:${column}`));
  const rowsTotal = grid.rows.length + grid.rowsOmitted;
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label={caption}>
      <table className={styles.grid}>
        <caption className={styles.caption}>
          {caption} <span className={styles.count}>{rowsTotal === 1 ? '1 row' : `${rowsTotal} rows`}</span>
        </caption>
        <thead>
          <tr>
            {grid.columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell, columnIndex) => (
                <Cell key={columnIndex} value={cell} differs={differs.has(`${rowIndex}:${columnIndex}`)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {grid.rows.length === 0 && <p className={styles.note}>No rows.</p>}
      {grid.rowsOmitted > 0 && <p className={styles.note}>{grid.rowsOmitted} more rows are not shown.</p>}
    </div>
  );
}

/** Expected beside actual. */
export function GridPair({ comparison }: { comparison: GridComparison }) {
  const { expected, actual, differing } = comparison;
  return (
    <div>
      <div className={styles.pair}>
        <ResultGrid grid={expected} caption="Expected" />
        <ResultGrid grid={actual} caption="Your query returned" differing={differing} />
      </div>
      {differing.length > 0 && (
        <p className={styles.note}>
          <span className={styles.sign} aria-hidden="true">
            ≠
          </span>{' '}
          marks {differing.length === 1 ? 'the cell that differs' : `the ${differing.length} cells that differ`} from
          what is expected.
        </p>
      )}
    </div>
  );
}

function Cell({ value, differs }: { value: string | null; differs: boolean }) {
  return (
    <td className={differs ? styles.differs : undefined} data-number={value !== null && /^-?\d+(\.\d+)?$/.test(value)}>
      {differs && (
        <>
          <span className={styles.sign} aria-hidden="true">
            ≠
          </span>
          <span className="visually-hidden">differs: </span>
        </>
      )}
      {value === null ? <span className={styles.null}>NULL</span> : value}
    </td>
  );
}
