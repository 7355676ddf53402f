import { kindLabels } from '#components/labels';
import { Prose } from '#components/prose';
import { ResultGrid } from '#components/result-grid';
import type { ExercisePage } from '#content/load';
import { SchemaDiagram } from '../../../../practice/[exercise]/schema-diagram.tsx';
import { SchemaTables } from '../../../../practice/[exercise]/schema-tables.tsx';
import { SchemaView } from '../../../../practice/[exercise]/schema-view.tsx';
import styles from './room.module.css';

/** A task as an interviewer sets it: what is asked, and no way to the lesson that teaches it. */
export function QuietTask({ page, minutes }: { page: ExercisePage; minutes: number }) {
  const { title, kind, taskHtml, database, expected } = page;
  const isRelated = database?.tables.some(({ columns }) => columns.some(({ references }) => references)) ?? false;
  return (
    <>
      <header className={styles.taskHead}>
        <h2>{title}</h2>
        <p>
          {kindLabels[kind]} · {minutes} min
        </p>
      </header>
      <Prose html={taskHtml} size="compact" />
      {database && (
        <SchemaView
          tables={<SchemaTables tables={database.tables} />}
          diagram={isRelated && database.tables.length > 1 ? <SchemaDiagram tables={database.tables} /> : null}
        />
      )}
      {expected && <ResultGrid grid={expected} caption="What your query has to return on the data you see" />}
    </>
  );
}
