import { Button } from '#components/button';
import type { QuizDraw } from '#lib/answers';
import { ResultBanner } from '../answers/result-banner.tsx';
import { QuestionResult } from '../quiz/question-result.tsx';
import type { Asked } from '../quiz/use-questions.ts';
import type { Verdict } from '#lib/verdict';
import quiz from '../quiz/quiz.module.css';
import styles from './plain.module.css';

type Judged = Extract<Verdict, { status: 'passed' | 'failed' }>;

/** The questions of an attempt as a form. `asked` is null for somebody for whom none are drawn yet. */
export function PlainQuiz({ exercise, asked }: { exercise: string; asked: Asked | null }) {
  return (
    <form method="post" action="/api/submissions/form" className={styles.form}>
      <input type="hidden" name="exercise" value={exercise} />
      {asked && <input type="hidden" name="draw" value={drawText(asked.draw)} />}
      {asked?.questions.map(({ id, questionHtml, several, options }, index) => (
        <fieldset key={id} className={`${quiz.question} ${styles.field}`} aria-describedby={`plain-${id}`}>
          <legend className={quiz.number}>
            Question {index + 1} of {asked.questions.length}
            {several && <span> · choose all that are right</span>}
          </legend>
          <div id={`plain-${id}`} className={quiz.text} dangerouslySetInnerHTML={{ __html: questionHtml }} />
          <ul role="list" className={quiz.options}>
            {options.map((html, place) => (
              <li key={place} className={quiz.option}>
                <input
                  type={several ? 'checkbox' : 'radio'}
                  id={`plain-${id}-${place}`}
                  name={`answer:${id}`}
                  value={place}
                  required={!several}
                />
                <label htmlFor={`plain-${id}-${place}`} dangerouslySetInnerHTML={{ __html: html }} />
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
      <Button variant="primary" type="submit">
        {asked ? 'Submit' : 'Begin'}
      </Button>
    </form>
  );
}

/** The questions of a submitted attempt, every option with its explanation. */
export function PlainQuizResult({ asked, verdict }: { asked: Asked; verdict: Judged }) {
  const right = verdict.tests.filter(({ status }) => status === 'passed').length;
  return (
    <div className={styles.result}>
      <ResultBanner
        passed={verdict.status === 'passed'}
        title={`${verdict.status === 'passed' ? 'Passed' : 'Not passed'}: ${right} of ${asked.questions.length} right`}
        isNews={false}
      >
        <p>Each option below says why it is right or not.</p>
      </ResultBanner>
      <ol role="list" className={quiz.questions}>
        {asked.questions.map((question, index) => (
          <QuestionResult
            key={question.id}
            question={question}
            number={index + 1}
            test={verdict.tests.find(({ answer }) => answer?.type === 'question' && answer.question === question.id)}
          />
        ))}
      </ol>
    </div>
  );
}

const drawText = (draw: QuizDraw): string => JSON.stringify(draw);
