import { NextResponse, type NextRequest } from 'next/server';
import { z } from 'zod';
import { exercisePage } from '#content/load';
import { partNow } from '#db/mocks';
import { openSubmission, openSubmissionOnce, submissionByKey, submissionsOf } from '#db/submissions';
import { quietEvent, quietVerdict } from '#lib/quiet-verdict';
import { gradingModeSchema, type GradingEvent, type Verdict } from '#lib/verdict';
import { database } from '../../database.ts';
import { claimGrading, grade, gradeStored } from '../../grading.ts';
import { keepHandedIn } from '../../kept-code.ts';
import { learnerBy } from '../../learner.ts';
import { takeFrom } from '../../limits.ts';
import { actingLearner } from '../http/acting-learner.ts';
import { eventStream } from '../http/event-stream.ts';
import { methods } from '../http/methods.ts';
import { problem, rateLimited } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { refusedPart } from '../mocks/refused-part.ts';
import { refusedDraw, refusedKind } from './refused-answers.ts';
import { wantedFiles } from './wanted-files.ts';

const postedSchema = z
  .strictObject({
    exercise: z.string(),
    files: z.record(z.string(), z.string()),
    mode: gradingModeSchema,
    /** The browser's own name for a submission that it may have to send again. */
    key: z.uuid().optional(),
    /** The part of a mock interview in which it is made; there only the first failure is told. */
    mock: z.strictObject({ mockId: z.string(), partId: z.string() }).optional(),
  })
  .refine(({ mode, key, mock }) => mode === 'run' || !mock || key, {
    path: ['key'],
    message: 'belongs to every submission in a mock interview',
  });

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: list, POST: submit });

/** Grades code and streams the events. `submit` is stored first and graded to its end even when the reader leaves. */
async function submit(request: NextRequest): Promise<Response> {
  const posted = await readJson(request, postedSchema);
  if (posted instanceof Response) return posted;
  const { exercise, mode, key, mock } = posted;
  const page = exercisePage(exercise);
  if (!page) return problem('unknown-exercise', `There is no exercise "${exercise}".`);
  const ungraded = refusedKind(page, mode);
  if (ungraded) return ungraded;
  const files = wantedFiles(page, posted.files);
  if (files instanceof Response) return files;

  const learner = await actingLearner(request);
  if (learner instanceof Response) return learner;
  const { learnerId } = learner;
  // Asked before anything that the first arrival has changed, such as the questions of a quiz.
  const before = mode === 'submit' && key ? await submissionByKey(database(), learnerId, key) : null;
  if (before) return learner.attach(storedAnswer(before, mock !== undefined));
  const refusedMock = mock && refusedInMock({ learnerId, ...mock }, exercise);
  if (refusedMock) return learner.attach(refusedMock);
  const refusedAnswers = await refusedDraw(page, files, learnerId);
  if (refusedAnswers) return learner.attach(refusedAnswers);
  const refused = await takeFrom('grading', learner.learnerId);
  if (refused) return learner.attach(rateLimited(refused.retryAfterMs));
  const release = claimGrading(learner.learnerId);
  if (!release) return problem('already-grading', 'Your last run is still being graded; wait for its result.');

  const guest = learner.kind === 'guest';
  const tell = (send: (event: GradingEvent) => void, event: GradingEvent) => {
    const told = mock ? quietEvent(event) : event;
    if (told) send(told);
  };
  if (mode === 'run') {
    const gone = new AbortController();
    const produce = async (send: (event: GradingEvent) => void) => {
      try {
        for await (const event of grade({ exercise, files, mode, learner: learnerId, guest }, gone.signal)) {
          tell(send, event);
        }
      } finally {
        release();
        // After the verdict, which is what the learner waits for. The code of a mock is kept with the mock.
        if (!mock) await keepHandedIn({ page, learnerId, files });
      }
    };
    return learner.attach(eventStream(produce, () => gone.abort()));
  }

  const submission = { learnerId, exerciseId: exercise, contentHash: page.contentHash, files };
  const opened = key
    ? openSubmissionOnce(database(), { ...submission, clientKey: key, ...(mock && { mock }) })
    : openSubmission(database(), submission);
  const id = await opened.catch((error: unknown) => {
    release();
    throw error;
  });
  if (id === null) {
    release();
    const winner = key ? await submissionByKey(database(), learnerId, key) : null;
    return winner
      ? learner.attach(storedAnswer(winner, mock !== undefined))
      : problem('already-grading', 'This was sent twice; try again.');
  }
  return learner.attach(
    eventStream<GradingEvent>(async (send) => {
      try {
        send({ type: 'stored', submission: id });
        await gradeStored({ id, ...submission }, { guest, tell: (event) => tell(send, event) });
      } finally {
        release();
      }
    }),
  );
}

/** Whether it belongs to the part and comes in time; null when it does. */
function refusedInMock(part: { learnerId: string; mockId: string; partId: string }, exercise: string) {
  const found = partNow(database(), part, new Date());
  if (found?.part.type !== 'exercise' || found.part.exerciseId !== exercise) {
    return refusedPart({ outcome: 'not-found' });
  }
  return found.state === 'open' ? null : refusedPart({ outcome: 'refused', state: found.state });
}

/** The answer to a submission that was sent before: its verdict, or where to ask for it when it is still graded. */
function storedAnswer({ id, verdict }: { id: string; verdict: Verdict | null }, isQuiet: boolean): NextResponse {
  return eventStream<GradingEvent>(async (send) => {
    send({ type: 'stored', submission: id });
    if (verdict) send({ type: 'verdict', verdict: isQuiet ? quietVerdict(verdict) : verdict });
  });
}

async function list(request: NextRequest): Promise<Response> {
  const exercise = request.nextUrl.searchParams.get('exercise');
  if (!exercise) return problem('invalid-request', 'Say which exercise: ?exercise=ID.');
  const learner = await learnerBy(request.cookies);
  const rows = learner ? await submissionsOf(database(), learner.learnerId, exercise) : [];
  return NextResponse.json({ submissions: rows.map((row) => ({ ...row, mode: 'submit' })) });
}
