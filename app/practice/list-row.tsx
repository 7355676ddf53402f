import { trackHue } from '#components/hue';
import { duration, kindLabels, levelLabels, skillLabels, type Kind, type Level, type Skill } from '#components/labels';
import { PathLink } from '#components/path-link';
import { StatusMark, type Status } from '#components/status-mark';
import styles from './list.module.css';

export type ListedExercise = {
  id: string;
  title: string;
  summary: string;
  kind: Kind;
  level: Level;
  minutes: number;
  skills: Skill[];
  path: string;
  hue: number;
  lesson: string;
  lessonId: string;
};

const statusWords = { open: 'Not started', attempted: 'Begun', done: 'Passed' } as const;

/** A text is scored by its writer: that is said, and never called a pass. */
const wordsOf = (status: Status, kind: Kind) =>
  status === 'done' && kind === 'write' ? 'Self-assessed' : statusWords[status];

export function ListRow({ exercise, status }: { exercise: ListedExercise; status: Status }) {
  return (
    <li className={styles.row} {...trackHue(exercise.hue)}>
      <span className={styles.mark}>
        <StatusMark status={status} words={wordsOf(status, exercise.kind)} />
      </span>
      <div className={styles.what}>
        <h2 className={styles.title}>
          <PathLink href={exercise.path}>{exercise.title}</PathLink>
        </h2>
        <p className={styles.summary}>{exercise.summary}</p>
        <p className={styles.lesson}>{exercise.lesson}</p>
      </div>
      <p className={styles.facts} data-numeric="">
        <span>{exercise.skills.map((skill) => skillLabels[skill]).join(', ')}</span>
        <span>{kindLabels[exercise.kind]}</span>
        <span>{levelLabels[exercise.level]}</span>
        <span>{duration(exercise.minutes)}</span>
      </p>
    </li>
  );
}
