'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/button';
import { problemWords } from '#components/grading-words';
import { refreshMe, useMe } from '#components/me';
import { quizAnswersSchema, type QuizDraw } from '#lib/answers';
import { isBusy } from '#lib/grading-state';
import type { AnsweredExercise } from '../answers/answered-exercise.ts';
import { AnswersStatus } from '../answers/answers-status.tsx';
import { GradingLine } from '../answers/grading-line.tsx';
import { NextLinks } from '../answers/next-links.tsx';
import { ResultBanner } from '../answers/result-banner.tsx';
import { readAnswers, useAnswers } from '../answers/use-answers.ts';
import { useStoredResult } from '../answers/use-stored-result.ts';
import { useGrading } from '../use-grading.ts';
import { Question } from './question.tsx';
import { QuestionResult } from './question-result.tsx';
import { useQuestions } from './use-questions.ts';
import styles from './quiz.module.css';

type Props = { exercise: AnsweredExercise; quiz: { draw: number; pool: number; rightNeeded: number } };

/** One page of questions, then the same questions with what is right and why. */
export function Quiz({ exercise, quiz }: Props) {
  const { id } = exercise;
  const me = useMe();
  const { value, save, handIn, draft, store } = useAnswers(id, quizAnswersSchema);
  const { state, ask } = useQuestions(id);
  const { grading, start, stop } = useGrading(id, { title: exercise.title, owner: draft.owner });
  /** The draw that the result is of: another one has been asked for once they differ. */
  const [graded, setGraded] = useState<QuizDraw | null>(null);
  const [open, setOpen] = useState<number[]>([]);
  const form = useRef<HTMLFormElement>(null);

  // Questions are drawn for somebody; who has done nothing here yet becomes a guest by beginning, not by looking.
  // Only once: later on a graded attempt changes the draw, and its result is to stay until others are asked for.
  const stored = useStoredResult(id, draft);
  const known = me.status === 'ready' && me.me.learner.kind !== 'none';
  const first = known && state.status === 'unasked' && stored.status !== 'looking';
  const submission = stored.status === 'found' ? stored.submission : undefined;
  useEffect(() => {
    if (first) void ask(submission);
  }, [first, ask, submission]);

  const verdict = grading.phase.name === 'done' ? grading.phase.verdict : null;
  useEffect(() => {
    if (verdict) void refreshMe();
  }, [verdict]);

  if (state.status !== 'asked') {
    return (
      <section className={styles.begin} aria-label="Questions">
        <p>{intro(quiz)}</p>
        {state.status === 'refused' && <p role="alert">{Object.values(problemWords(state.problem)).join('. ')}</p>}
        <Button variant="primary" aria-disabled={state.status === 'loading'} onClick={() => void ask()}>
          {state.status === 'refused' ? 'Try again' : 'Begin'}
        </Button>
      </section>
    );
  }

  const { draw, questions } = state.asked;
  const chosen = value && sameDraw(value.draw, draw) ? value.answers : {};
  const judged = verdict && (verdict.status === 'passed' || verdict.status === 'failed') ? verdict : null;
  const live = judged && graded && sameDraw(graded, draw) ? judged : null;
  const result = live ?? (stored.status === 'found' && isOfDraw(stored.source, draw) ? stored.verdict : null);
  const stale = grading.phase.name === 'refused' && grading.phase.problem.code === 'stale-draw';

  function choose(question: string, places: number[]) {
    setOpen([]);
    save({ draw, answers: { ...chosen, [question]: places } });
  }

  function submit() {
    const missing = questions.flatMap((question, index) => ((chosen[question.id] ?? []).length === 0 ? [index] : []));
    setOpen(missing);
    if (missing.length > 0) {
      form.current?.querySelectorAll('fieldset')[missing[0]!]?.querySelector('input')?.focus();
      return;
    }
    setGraded(draw);
    void start('submit', handIn());
  }

  async function others() {
    setOpen([]);
    await ask();
    form.current?.querySelector('input')?.focus();
  }

  if (result) {
    const right = result.tests.filter(({ status }) => status === 'passed').length;
    return (
      <div className={styles.quiz}>
        <ResultBanner
          key={grading.count}
          isNews={live !== null}
          passed={result.status === 'passed'}
          title={`${result.status === 'passed' ? 'Passed' : 'Not passed'}: ${right} of ${questions.length} right`}
        >
          <p>
            {result.status === 'passed' ? '' : `${quiz.rightNeeded} are needed. `}
            Each option below says why it is right or not. Another attempt asks other questions first.
          </p>
        </ResultBanner>
        <ol role="list" className={styles.questions}>
          {questions.map((question, index) => (
            <QuestionResult
              key={question.id}
              question={question}
              number={index + 1}
              test={result.tests.find(({ answer }) => answer?.type === 'question' && answer.question === question.id)}
            />
          ))}
        </ol>
        <div className={styles.foot}>
          <Button variant={result.status === 'passed' ? 'secondary' : 'primary'} onClick={() => void others()}>
            Other questions
          </Button>
          <NextLinks exercise={exercise} />
        </div>
      </div>
    );
  }

  return (
    <form
      ref={form}
      className={styles.quiz}
      aria-label="Questions"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy(grading)) submit();
      }}
    >
      <p className={styles.intro}>{intro(quiz)}</p>
      <div className={styles.questions}>
        {questions.map((question, index) => (
          <Question
            key={question.id}
            question={question}
            number={index + 1}
            count={questions.length}
            chosen={chosen[question.id] ?? []}
            open={open.includes(index)}
            onChoose={(places) => choose(question.id, places)}
          />
        ))}
      </div>
      <div className={styles.foot}>
        <Button variant="primary" type="submit" aria-disabled={isBusy(grading)}>
          Submit
        </Button>
        <AnswersStatus draft={draft} store={store} inWords={inWords} />
        {open.length > 0 && (
          <p role="alert" className={styles.missing}>
            Not answered yet: {open.length === 1 ? 'question' : 'questions'} {open.map((at) => at + 1).join(', ')}.
          </p>
        )}
        {stale ? (
          <p role="alert" className={styles.missing}>
            Your present attempt has other questions, because this one was handed in elsewhere or the quiz has changed.{' '}
            <Button onClick={() => void others()}>Get the present questions</Button>
          </p>
        ) : (
          <GradingLine grading={grading} onAgain={submit} onStop={stop} />
        )}
      </div>
    </form>
  );
}

function intro({ draw, pool, rightNeeded }: Props['quiz']): string {
  return `${draw} questions of ${pool}; ${rightNeeded} right ones pass. Your answers are kept while you think, and nothing is counted before you submit.`;
}

function sameDraw(a: QuizDraw, b: QuizDraw): boolean {
  return a.seed === b.seed && a.attempt === b.attempt && a.pool === b.pool;
}

function isOfDraw(source: string, draw: QuizDraw): boolean {
  const answers = readAnswers(quizAnswersSchema, source);
  return answers !== null && sameDraw(answers.draw, draw);
}

function inWords(source: string): string {
  const answers = readAnswers(quizAnswersSchema, source);
  const count = Object.values(answers?.answers ?? {}).filter((places) => places.length > 0).length;
  return `Attempt ${(answers?.draw.attempt ?? 0) + 1}: ${count === 1 ? '1 question' : `${count} questions`} answered`;
}
