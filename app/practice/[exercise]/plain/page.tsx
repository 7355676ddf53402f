import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { problemWords } from '#components/grading-words';
import { Verdict } from '#components/grading-verdict';
import { labGroups, suiteGroups } from '#components/test-groups';
import { TestReport } from '#components/test-report';
import { exercisePage, exerciseSecrets, type ExercisePage } from '#content/load';
import { draftsOf } from '#db/drafts';
import { exerciseProgressOf } from '#db/progress';
import { submissionOf } from '#db/submissions';
import { answersFile, reviewAnswersSchema, type Mark } from '#lib/answers';
import type { Verdict as GradingVerdict } from '#lib/verdict';
import { askedQuestions } from '../../../asked-questions.ts';
import { carriedCode } from '../../../carried-code.ts';
import { currentDraw } from '../../../current-draw.ts';
import { database } from '../../../database.ts';
import { currentLearner } from '../../../learner.ts';
import { submittedDraw } from '../../../submitted-draw.ts';
import { Instructions } from '../instructions.tsx';
import { needsScripts } from '../needs-scripts.ts';
import { SolutionView } from '../solution.tsx';
import type { Asked } from '../quiz/use-questions.ts';
import { PlainForm } from './plain-form.tsx';
import { PlainQuiz, PlainQuizResult } from './plain-quiz.tsx';
import { PlainReview, PlainReviewResult } from './plain-review.tsx';
import styles from './plain.module.css';

type Query = { submission?: string | string[]; problem?: string | string[]; waitMs?: string | string[] };
type Props = { params: Promise<{ exercise: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await pageOf(params);
  return { title: `${title}, as a form`, robots: { index: false } };
}

/** An exercise with the learner's own code and result, made on the server: for browsers that run no scripts. */
export default async function PlainExercise({ params, searchParams }: Props) {
  const page = await pageOf(params);
  const { submission, problem, waitMs } = await searchParams;
  const learner = await currentLearner();
  const db = database();
  const drafts = learner ? await draftsOf(db, learner.learnerId, page.id) : {};
  const handed =
    learner && typeof submission === 'string' ? await submissionOf(db, learner.learnerId, submission) : null;
  const verdict = handed?.exercise === page.id ? handed.verdict : null;
  const progress = learner ? await exerciseProgressOf(db, learner.learnerId, page.id) : null;
  return (
    <article className={`page ${styles.page}`}>
      <h1 className="visually-hidden">{page.title}</h1>
      {typeof problem === 'string' && <Refused code={problem} waitMs={Number(waitMs ?? Number.NaN)} />}
      {verdict && (
        <Result
          page={page}
          verdict={verdict}
          asked={handed ? await questionsOf(page, learner?.learnerId, handed.id) : null}
        />
      )}
      {progress?.status === 'passed' && <Passed page={page} fileName={Object.keys(handed?.files ?? {})[0]} />}
      <div className={styles.task}>
        <Instructions page={page} />
      </div>
      {page.answers?.kind === 'review' ? (
        <PlainReview exercise={page.id} review={page.answers} marks={marksOf(drafts[answersFile]?.source)} />
      ) : page.kind === 'quiz' ? (
        <PlainQuiz exercise={page.id} asked={await questionsOf(page, learner?.learnerId)} />
      ) : page.answers ? (
        <p className={styles.note}>{needsScripts}</p>
      ) : (
        <PlainForm page={page} drafts={drafts} carried={learner ? await carriedCode(page, learner.learnerId) : {}} />
      )}
    </article>
  );
}

/** Those of the learner's present attempt, or of a submission; null for somebody for whom none are drawn. */
async function questionsOf(
  page: ExercisePage,
  learnerId: string | undefined,
  submission?: string,
): Promise<Asked | null> {
  const quiz = exerciseSecrets(page.id)?.answers;
  if (quiz?.kind !== 'quiz' || learnerId === undefined) return null;
  const current = await currentDraw(page, learnerId);
  const submitted = submission ? await submittedDraw(learnerId, submission, page.id) : null;
  const draw = submission ? submitted : current;
  return draw?.pool === current.pool ? { draw, questions: askedQuestions(quiz, draw) } : null;
}

type ResultProps = { page: ExercisePage; verdict: GradingVerdict; asked: Asked | null };

function Result({ page, verdict, asked }: ResultProps) {
  const judged = verdict.status === 'passed' || verdict.status === 'failed' ? verdict : null;
  if (page.kind === 'review' && judged) return <PlainReviewResult verdict={judged} />;
  if (asked && judged) return <PlainQuizResult asked={asked} verdict={judged} />;
  const groups = { tests: suiteGroups, lab: labGroups }[page.kind as string];
  return (
    <div className={styles.result}>
      <Verdict verdict={verdict} mode="submit" />
      {verdict.status !== 'unavailable' && (
        <TestReport tests={verdict.tests} groups={groups} unit={page.expected ? 'data set' : undefined} />
      )}
    </div>
  );
}

function Passed({ page, fileName }: { page: ExercisePage; fileName: string | undefined }) {
  const secrets = exerciseSecrets(page.id);
  if (!secrets) return null;
  const { solution, alternatives, afterHtml } = secrets;
  const files = Object.fromEntries(Object.entries(solution).map(([name, source]) => [name, source ?? '']));
  return (
    <section className={styles.result} aria-label="Notes">
      <SolutionView solution={{ files, alternatives, afterHtml }} fileName={fileName ?? page.files[0]?.name ?? ''} />
      <p className={styles.next}>
        {page.next && (
          <ButtonLink href={page.next.path} variant="primary">
            Next: {page.next.title}
          </ButtonLink>
        )}
        <ButtonLink href={page.lesson.path}>Back to the lesson</ButtonLink>
      </p>
    </section>
  );
}

function marksOf(answers: string | undefined): Mark[] {
  try {
    return reviewAnswersSchema.parse(JSON.parse(answers ?? '')).marks;
  } catch {
    // Nothing is marked yet.
    return [];
  }
}

function Refused({ code, waitMs }: { code: string; waitMs: number }) {
  const retryAfterMs = Number.isFinite(waitMs) ? waitMs : null;
  if (code === 'stale-draw') return <p role="alert">{otherQuestions}</p>;
  const { title, text } = problemWords({ code, status: 0, detail: '', retryAfterMs, body: undefined });
  return (
    <div className={styles.problem} role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {code === 'too-large' && <p>Your code is still in the form: go back in your browser.</p>}
    </div>
  );
}

const otherQuestions =
  'These are the questions of your present attempt: the ones that you answered were of another, which was handed in before, or the quiz has changed.';

async function pageOf(params: Props['params']): Promise<ExercisePage> {
  const { exercise } = await params;
  return exercisePage(exercise) ?? notFound();
}
