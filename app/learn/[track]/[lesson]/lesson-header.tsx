import { duration, levelLabels, skillLabels } from '#components/labels';
import { PathLink } from '#components/path-link';
import type { Lesson } from '#content/load';
import styles from './lesson-header.module.css';

export function LessonHeader({ lesson }: { lesson: Lesson }) {
  return (
    <header>
      <h1 className={styles.title}>{lesson.title}</h1>
      <p className={styles.summary}>{lesson.summary}</p>
      <dl className={styles.facts}>
        <div>
          <dt>Level</dt>
          <dd>{levelLabels[lesson.level]}</dd>
        </div>
        <div>
          <dt>Reading time</dt>
          <dd data-numeric="">{duration(lesson.minutes)}</dd>
        </div>
        <div>
          <dt>{lesson.skills.length === 1 ? 'Skill' : 'Skills'}</dt>
          <dd>{lesson.skills.map((skill) => skillLabels[skill]).join(', ')}</dd>
        </div>
        {lesson.prerequisites.length > 0 && (
          <div>
            <dt>Read first</dt>
            <dd>
              {lesson.prerequisites.map(({ id, title, path }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <PathLink href={path}>{title}</PathLink>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <section className={styles.objectives} aria-labelledby="objectives">
        <h2 id="objectives">After this you can</h2>
        <ul>
          {lesson.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </section>
    </header>
  );
}
