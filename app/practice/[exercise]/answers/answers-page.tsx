import { Button, ButtonLink } from '#components/button';
import { ReportProblem } from '#components/report-problem';
import type { ExercisePage } from '#content/load';
import { Instructions } from '../instructions.tsx';
import { needsScripts } from '../needs-scripts.ts';
import { Quiz } from '../quiz/quiz.tsx';
import { Review } from '../review/review.tsx';
import { Write } from '../write/write.tsx';
import styles from './answers.module.css';

/** An exercise that is answered without code: a review, a quiz or a text. */
export function AnswersPage({ page, answers }: { page: ExercisePage; answers: NonNullable<ExercisePage['answers']> }) {
  const { id, title, hintCount, next } = page;
  const lesson = { title: page.lesson.title, path: page.lesson.path };
  const exercise = { id, title, hintCount, next, lesson };
  return (
    <article className={`page ${styles.page}`}>
      <h1 className="visually-hidden">{title}</h1>
      <div className={styles.task}>
        <Instructions page={page} />
        <noscript>
          <style>{'[data-needs-scripts]{display:none!important}'}</style>
          {answers.kind === 'quiz' ? (
            <form method="post" action="/api/submissions/form" className={styles.plainWay}>
              <input type="hidden" name="exercise" value={id} />
              <Button variant="primary" type="submit">
                Begin without scripts
              </Button>
            </form>
          ) : answers.kind === 'review' ? (
            <p className={styles.plainWay}>
              <ButtonLink variant="primary" href={`${page.path}/plain`}>
                Review without scripts
              </ButtonLink>
            </p>
          ) : (
            <p className={styles.needsScripts}>{needsScripts}</p>
          )}
        </noscript>
      </div>
      {answers.kind === 'quiz' && (
        <div data-needs-scripts="">
          <Quiz exercise={exercise} quiz={answers} />
        </div>
      )}
      {answers.kind === 'review' && (
        <div data-needs-scripts="">
          <Review exercise={exercise} review={answers} />
        </div>
      )}
      {answers.kind === 'write' && <Write exercise={exercise} write={answers} />}
      <ReportProblem itemKind="exercise" id={id} />
    </article>
  );
}
