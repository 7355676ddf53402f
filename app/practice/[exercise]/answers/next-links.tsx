import { ButtonLink } from '#components/button';
import type { AnsweredExercise } from './answered-exercise.ts';
import styles from './answers.module.css';

export function NextLinks({ exercise: { next, lesson } }: { exercise: AnsweredExercise }) {
  return (
    <p className={styles.next}>
      {next && (
        <ButtonLink href={next.path} variant="primary">
          Next: {next.title}
        </ButtonLink>
      )}
      <ButtonLink href={lesson.path}>Back to the lesson</ButtonLink>
    </p>
  );
}
