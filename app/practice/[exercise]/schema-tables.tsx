import { ResultGrid } from '#components/result-grid';
import type { ExerciseDatabase } from '#content/load';
import styles from './instructions.module.css';

type Table = ExerciseDatabase['tables'][number];

/** The database of an exercise: every table with its columns and a few of its rows. */
export function SchemaTables({ tables }: { tables: Table[] }) {
  return (
    <>
      {tables.map((table) => (
        <details key={table.name} className={styles.table} open>
          <summary>{table.name}</summary>
          <table className={styles.columns}>
            <caption className="visually-hidden">Columns of {table.name}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">Column</th>
                <th scope="col">Type</th>
                <th scope="col">Rules</th>
              </tr>
            </thead>
            <tbody>
              {table.columns.map((column) => (
                <tr key={column.name}>
                  <th scope="row">{column.name}</th>
                  <td>
                    <code>{column.type}</code>
                  </td>
                  <td className={styles.key}>{rulesOf(column)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ResultGrid grid={{ ...table.sampleRows, rowsOmitted: 0 }} caption={`Some rows of ${table.name}`} />
        </details>
      ))}
    </>
  );
}

function rulesOf({ key, nullable, references }: Table['columns'][number]): string {
  const rules = [
    key === 'primary' && 'primary key',
    references && `references ${references}`,
    key !== 'primary' && (nullable ? 'may be null' : 'not null'),
  ];
  return rules.filter(Boolean).join(', ');
}
