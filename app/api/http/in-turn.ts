import { NextResponse } from 'next/server';
import { claimGrading } from '../../grading.ts';
import { takeFrom } from '../../limits.ts';
import type { ActingLearner } from './acting-learner.ts';
import { problem, rateLimited } from './problem.ts';

/** Answers with what the sandbox does for a learner: one thing at a time and not too often, else why not. */
export async function inTurn(learner: ActingLearner, work: () => Promise<unknown>): Promise<Response> {
  const refused = await takeFrom('grading', learner.learnerId);
  if (refused) return learner.attach(rateLimited(refused.retryAfterMs));
  const release = claimGrading(learner.learnerId);
  if (!release) return problem('already-grading', 'Your last run has not ended yet; wait for its result.');
  try {
    return learner.attach(NextResponse.json(await work()));
  } finally {
    release();
  }
}
