import { duration, levelLabels, skillLabels } from '#components/labels';
import { PathLink } from '#components/path-link';
import { Prose } from '#components/prose';
import type { ExercisePage } from '#content/load';
import { SchemaTables } from './schema-tables.tsx';
import styles from './instructions.module.css';

/** The task as text, the same with and without scripts. */
export function Instructions({ page }: { page: ExercisePage }) {
  const { title, level, minutes, skills, lesson, taskHtml, database } = page;
  return (
    <>
      <header className={styles.header}>
        <p className={styles.crumb}>
          From the lesson <PathLink href={lesson.path}>{lesson.title}</PathLink>
        </p>
        {/* The heading itself is the workbench's, which a phone shows whole on every tab. */}
        <p className={styles.title} aria-hidden="true">
          {title}
        </p>
        <p className={styles.facts}>
          {levelLabels[level]} · {duration(minutes)} · {skills.map((skill) => skillLabels[skill]).join(', ')}
        </p>
      </header>
      <Prose html={taskHtml} size="compact" />
      {database && <SchemaTables tables={database.tables} />}
      <noscript>
        <p className={styles.note}>
          Your code is run and graded through this page’s scripts. With scripting off you can read the task, not solve
          it here.
        </p>
      </noscript>
    </>
  );
}
