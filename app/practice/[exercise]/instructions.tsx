import { duration, kindLabels, levelLabels, skillLabels } from '#components/labels';
import { PathLink } from '#components/path-link';
import { Prose } from '#components/prose';
import type { ExerciseDatabase, ExercisePage } from '#content/load';
import { SchemaDiagram } from './schema-diagram.tsx';
import { SchemaTables } from './schema-tables.tsx';
import { SchemaView } from './schema-view.tsx';
import styles from './instructions.module.css';

/** The task as text, the same with and without scripts. */
export function Instructions({ page }: { page: ExercisePage }) {
  const { title, kind, level, minutes, skills, lesson, step, taskHtml, database } = page;
  return (
    <>
      <header className={styles.header}>
        <p className={styles.crumb}>
          {step ? `Step ${step.number} of ${step.of} of` : 'From the lesson'}{' '}
          <PathLink href={lesson.path}>{lesson.title}</PathLink>
        </p>
        {/* The heading itself is the workbench's, which a phone shows whole on every tab. */}
        <p className={styles.title} aria-hidden="true">
          {title}
        </p>
        <p className={styles.facts}>
          {kindLabels[kind]} · {levelLabels[level]} · {duration(minutes)} ·{' '}
          {skills.map((skill) => skillLabels[skill]).join(', ')}
        </p>
      </header>
      {step?.continues && (
        <p className={styles.goesOn}>
          Goes on from <PathLink href={step.continues.path}>{step.continues.title}</PathLink>: with your code once you
          have passed it, else with ours.
        </p>
      )}
      <Prose html={taskHtml} size="compact" />
      {database && (
        <SchemaView
          tables={<SchemaTables tables={database.tables} />}
          diagram={isRelated(database.tables) ? <SchemaDiagram tables={database.tables} /> : null}
        />
      )}
    </>
  );
}

/** Boxes without a line between them would say less than the tables do. */
function isRelated(tables: ExerciseDatabase['tables']): boolean {
  return tables.length > 1 && tables.some(({ columns }) => columns.some(({ references }) => references));
}
