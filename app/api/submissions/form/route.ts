import { NextResponse, type NextRequest } from 'next/server';
import { exercisePage, type ExercisePage } from '#content/load';
import { saveDraft } from '#db/drafts';
import { openSubmission } from '#db/submissions';
import type { ProblemCode } from '#lib/problem';
import { database } from '../../../database.ts';
import { claimGrading, gradeStored } from '../../../grading.ts';
import { takeFrom } from '../../../limits.ts';
import { actingLearner } from '../../http/acting-learner.ts';
import { methods } from '../../http/methods.ts';
import { problem } from '../../http/problem.ts';
import { refusedDraw } from '../refused-answers.ts';
import { wantedFiles } from '../wanted-files.ts';
import { handedIn, readForm, type PostedForm } from './read-form.ts';

/**
 * Grades what a page without scripts posts, and sends the browser on to a page that shows the result: reloading that
 * one grades nothing twice. What was written is kept as a draft first, so that no answer of ours can lose it.
 */
export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: submit });

async function submit(request: NextRequest): Promise<Response> {
  const posted = await readForm(request);
  if (!posted) return problem('invalid-request', 'This is no form of an exercise, or it is too long.');
  const page = exercisePage(posted.exercise);
  if (!page) return problem('unknown-exercise', `There is no exercise "${posted.exercise}".`);
  const { kind } = page;
  if (kind === 'write') return toPage(page, { problem: 'invalid-request' });
  // The questions of a quiz are drawn for somebody: who is nobody yet becomes a guest by asking for them.
  if (kind === 'quiz' && posted.draw === null) return begin(request, page);
  const files = wantedFiles(page, handedIn(page, posted));
  if (files instanceof Response)
    return toPage(page, { problem: files.status === 413 ? 'too-large' : 'invalid-request' });

  const learner = await actingLearner(request);
  if (learner instanceof Response) return toPage(page, { problem: 'rate-limited' });
  const { learnerId } = learner;
  const otherDraw = await refusedDraw(page, files, learnerId);
  if (otherDraw) return learner.attach(toPage(page, { problem: 'stale-draw' }));
  await keepDrafts(page, kind === 'review' ? { ...posted, sources: files } : posted, learnerId);
  const refused = await takeFrom('grading', learnerId);
  if (refused) return learner.attach(toPage(page, { problem: 'rate-limited', waitMs: refused.retryAfterMs }));
  const release = claimGrading(learnerId);
  if (!release) return learner.attach(toPage(page, { problem: 'already-grading' }));
  try {
    const submission = { learnerId, exerciseId: page.id, contentHash: page.contentHash, files };
    const id = await openSubmission(database(), submission);
    await gradeStored({ id, ...submission }, { guest: learner.kind === 'guest', tell: () => undefined });
    return learner.attach(toPage(page, { submission: id }));
  } finally {
    release();
  }
}

async function begin(request: NextRequest, page: ExercisePage): Promise<Response> {
  const learner = await actingLearner(request);
  return learner instanceof Response ? toPage(page, { problem: 'rate-limited' }) : learner.attach(toPage(page, {}));
}

/** What another device has saved since this page was made stays in the history; what is posted is the newest word. */
async function keepDrafts(page: ExercisePage, { sources, revisions }: PostedForm, learnerId: string): Promise<void> {
  for (const { name: file, starter } of page.files) {
    const source = sources[file];
    const baseRevision = revisions[file] ?? null;
    if (source === undefined || (source === starter && baseRevision === null)) continue;
    const draft = { learnerId, exerciseId: page.id, file, source };
    const saved = await saveDraft(database(), { ...draft, baseRevision });
    if (saved.outcome === 'conflict') {
      await saveDraft(database(), { ...draft, baseRevision: saved.current.revision });
    }
  }
}

type Outcome = { submission?: string; problem?: ProblemCode; waitMs?: number };

function toPage({ path }: ExercisePage, outcome: Outcome): NextResponse {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(outcome)) query.set(name, String(value));
  // A relative address, so that it holds behind any proxy.
  const location = `${path}/plain${query.size > 0 ? `?${query.toString()}` : ''}`;
  return new NextResponse(null, { status: 303, headers: { location } });
}
