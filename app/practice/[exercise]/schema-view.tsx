'use client';
import { useState, type ReactNode } from 'react';
import { Segments } from '#components/segments';
import styles from './instructions.module.css';

type View = 'tables' | 'diagram';

/** The schema in two ways. Both come from the server; `diagram` is null where no table refers to another. */
export function SchemaView({ tables, diagram }: { tables: ReactNode; diagram: ReactNode }) {
  const [view, setView] = useState<View>('tables');
  return (
    <section className={styles.schema} aria-labelledby="tables">
      <header className={styles.schemaHead}>
        <h2 id="tables">Database</h2>
        {diagram && (
          <Segments<View>
            legend="How to show the database"
            options={[
              { value: 'tables', label: 'Tables' },
              { value: 'diagram', label: 'Diagram' },
            ]}
            value={view}
            onChange={setView}
          />
        )}
      </header>
      {view === 'diagram' ? diagram : tables}
    </section>
  );
}
