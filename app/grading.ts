import { exercisePage } from '#content/load';
import { closeSubmission, type OpenSubmission } from '#db/submissions';
import type { GradingEvent, GradingMode, LearnerFiles, Verdict } from '#lib/verdict';
import { gradeSubmission } from '#sandbox/client';
import { faultOf } from '#lib/fault';
import { oncePerProcess } from '#lib/once-per-process';
import { database } from './database.ts';
import { keepHandedIn } from './kept-code.ts';
import { log } from './log.ts';

/** Longer than any queue and run together; past this the sandbox is not going to answer. */
const gradingMsMax = 120_000;

export type GradingJob = {
  exercise: string;
  files: LearnerFiles;
  mode: GradingMode;
  learner: string;
  guest: boolean;
};

/** The sandbox's events, whatever happens ending with exactly one verdict: `unavailable` when it fell silent. */
export async function* grade(job: GradingJob, signal: AbortSignal): AsyncGenerator<GradingEvent> {
  try {
    for await (const event of gradeSubmission(job, AbortSignal.any([signal, AbortSignal.timeout(gradingMsMax)]))) {
      yield event;
      if (event.type === 'verdict') return;
    }
  } catch (error) {
    if (!signal.aborted) log('error', 'grading-fault', faultOf(error));
  }
  yield { type: 'verdict', verdict: unavailable };
}

/**
 * Grades a stored submission and closes it before its verdict is told, so that whoever hears it finds their progress
 * changed. Runs to its end even when nobody listens.
 */
export async function gradeStored(
  submission: OpenSubmission,
  { guest, tell }: { guest: boolean; tell: (event: GradingEvent) => void },
): Promise<Verdict> {
  const { id, exerciseId: exercise, files, learnerId: learner } = submission;
  const page = exercisePage(exercise);
  for await (const event of grade({ exercise, files, mode: 'submit', learner, guest }, new AbortController().signal)) {
    if (event.type === 'verdict') {
      const contentHash = page?.contentHash ?? submission.contentHash;
      await closeSubmission(database(), id, { verdict: event.verdict, contentHash });
      tell(event);
      if (page) await keepHandedIn({ page, learnerId: learner, files, submissionId: id });
      return event.verdict;
    }
    tell(event);
  }
  throw new Error(`grading of ${id} ended without a verdict`);
}

/**
 * Claims the learner's one place in grading. Null when they are being graded already; otherwise call what comes back
 * when done.
 */
export function claimGrading(learnerId: string): (() => void) | null {
  const graded = oncePerProcess('learners being graded', () => new Set<string>());
  if (graded.has(learnerId)) return null;
  graded.add(learnerId);
  return () => graded.delete(learnerId);
}

const unavailable: Verdict = {
  version: 1,
  status: 'unavailable',
  message: 'The grader did not answer. Your code is kept and this does not count; send it again.',
  retryAfterMs: 5000,
};
