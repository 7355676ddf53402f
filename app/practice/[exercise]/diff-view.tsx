import type { DiffRow } from './diff-rows.ts';
import styles from './history.module.css';

type Props = {
  rows: DiffRow[];
  /** What the two sides are: `before` is what was, `after` what is now. */
  before: string;
  after: string;
};

const signs = { same: ' ', added: '+', removed: '−' };

/** Two texts in one column: what is gone and what is new, by a sign and a bar as well as by colour. */
export function DiffView({ rows, before, after }: Props) {
  return (
    <figure className={styles.diff}>
      <figcaption className={styles.legend}>
        <span>
          <span aria-hidden="true">− </span>
          {before}
        </span>
        <span>
          <span aria-hidden="true">+ </span>
          {after}
        </span>
      </figcaption>
      <pre className={styles.lines} tabIndex={0} role="group" aria-label={`${before} and ${after}, line by line`}>
        {rows.map((row, index) =>
          row.kind === 'left-out' ? (
            <span key={index} className={styles.leftOut}>
              {row.count === 1 ? '1 line the same' : `${row.count} lines the same`}
            </span>
          ) : (
            <span key={index} className={styles.line} data-kind={row.kind}>
              <span className={styles.number} aria-hidden="true">
                {row.after ?? row.before}
              </span>
              <span aria-hidden="true">{signs[row.kind]} </span>
              {row.kind !== 'same' && <span className="visually-hidden">{row.kind}: </span>}
              {row.text + '\n'}
            </span>
          ),
        )}
      </pre>
    </figure>
  );
}
