import type { ReactNode } from 'react';
import styles from './data-table.module.css';

type Props = {
  id?: string;
  /** Says what the table is of. */
  label: string;
  /** The heads of the columns; the first is that of the names of the rows. */
  columns: ReactNode[];
  /** Whether its cells break, so that it is never wider than its place. Any other scrolls by itself, by keyboard too. */
  breaks?: boolean;
  className?: string | undefined;
  /** The rows: each begins with its name, a `th`. A cell with sentences in it has `data-words`. */
  children: ReactNode;
};

/** A table of facts, set like one in print: a rule under the head, a hairline under each row, none between columns. */
export function DataTable({ id, label, columns, breaks = false, className = '', children }: Props) {
  const table = (
    <table className={`${styles.table} ${className}`}>
      {breaks && <caption className="visually-hidden">{label}</caption>}
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
  if (breaks)
    return (
      <div id={id} className={styles.breaks}>
        {table}
      </div>
    );
  return (
    <div id={id} className={styles.scroll} role="group" aria-label={`${label}, scrolls sideways`} tabIndex={0}>
      {table}
    </div>
  );
}

/** Under the number that says it: a rule that lets the eye compare, in the hue of the track where there is one. */
export function ShareRule({ share }: { share: number }) {
  return (
    <span className={styles.share} aria-hidden="true">
      <span style={{ inlineSize: `${100 * share}%` }} />
    </span>
  );
}
