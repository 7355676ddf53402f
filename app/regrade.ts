import { setTimeout as pause } from 'node:timers/promises';
import { exercisePage } from '#content/load';
import { closeSubmission, type OpenSubmission } from '#db/submissions';
import type { Verdict } from '#lib/verdict';
import { database } from './database.ts';
import { grade } from './grading.ts';
import { log } from './log.ts';

/** The sandbox may need a while after a start; past this it is broken, and the next start tries again. */
const triesMax = 10;
const waitMsMax = 30_000;

/**
 * Grades what a crash or a restart left open, one after another. A submission stays open while the grader is
 * unavailable, so nothing handed in is ever lost; one whose exercise has gone is closed without counting.
 */
export async function regrade(left: OpenSubmission[], wait: (ms: number) => Promise<unknown> = pause): Promise<void> {
  for (const submission of left) {
    const page = exercisePage(submission.exerciseId);
    const verdict = page ? await verdictOn(submission, wait) : gone;
    const contentHash = page?.contentHash ?? submission.contentHash;
    if (verdict) await closeSubmission(database(), submission.id, { verdict, contentHash });
    const outcome = verdict?.status ?? 'still-open';
    log('info', 'regraded', { submission: submission.id, outcome });
  }
}

/** Null when the grader stayed unavailable. */
async function verdictOn(submission: OpenSubmission, wait: (ms: number) => Promise<unknown>): Promise<Verdict | null> {
  const { exerciseId: exercise, files, learnerId: learner } = submission;
  for (let tries = 1; tries <= triesMax; tries += 1) {
    // Counted among guests, whoever it was: those who are waiting at their desks come first.
    const job = { exercise, files, mode: 'submit', learner, guest: true } as const;
    for await (const event of grade(job, new AbortController().signal)) {
      if (event.type !== 'verdict') continue;
      if (event.verdict.status !== 'unavailable') return event.verdict;
      await wait(Math.min(Math.max(event.verdict.retryAfterMs, 1000), waitMsMax));
    }
  }
  return null;
}

const gone: Verdict = {
  version: 1,
  status: 'unavailable',
  message: 'This exercise was removed before your code was graded.',
  retryAfterMs: 0,
};
