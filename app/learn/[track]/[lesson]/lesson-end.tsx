import type { Lesson } from '#content/load';
import { Neighbours } from '#components/neighbours';
import { ReportProblem } from '#components/report-problem';
import { LessonDone } from './lesson-done.tsx';
import styles from './lesson-end.module.css';
import { LessonExercises } from './lesson-exercises.tsx';

/** What comes after the text: practice, a mark that it is done, the way on, and where it all comes from. */
export function LessonEnd({ lesson }: { lesson: Lesson }) {
  return (
    <footer className={styles.end}>
      {lesson.exercises.length > 0 && (
        <section aria-labelledby="exercises">
          <h2 id="exercises" className={styles.heading}>
            Exercises
          </h2>
          <LessonExercises
            exercises={lesson.exercises.map(({ id, title, summary, kind, level, minutes, path }) => ({
              id,
              title,
              summary,
              kind,
              level,
              minutes,
              path,
            }))}
          />
        </section>
      )}
      <LessonDone lessonId={lesson.id} />
      <Neighbours noun="lesson" previous={lesson.previous} next={lesson.next} />
      <section aria-labelledby="sources">
        <h2 id="sources" className={styles.small}>
          Sources
        </h2>
        <ul className={styles.sources}>
          {lesson.sources.map((source) => (
            <li key={source.url}>
              <a href={source.url} rel="noreferrer">
                {source.title}
              </a>
              <span>: {source.for}</span>
            </li>
          ))}
        </ul>
      </section>
      <p className={styles.edit} data-print="hide">
        Found a mistake? This page is one file: <code>{lesson.sourceFile}</code>
      </p>
      <ReportProblem itemKind="lesson" id={lesson.id} />
    </footer>
  );
}
