import type { NextRequest, NextResponse } from 'next/server';
import { formerGuestsOf } from '#db/learners';
import { forLearnerHeader } from '#lib/for-learner';
import { database } from '../../database.ts';
import type { Learner } from '../../learner.ts';
import { problem } from './problem.ts';

/**
 * Refuses work that was done as somebody else: a page or an outbox of one learner's in a browser that another has signed
 * in to since, or nobody. What a guest did goes to the account that took the guest over.
 */
export async function refusedAsOthers(request: NextRequest, learner: Learner | null): Promise<NextResponse | null> {
  const owner = request.headers.get(forLearnerHeader);
  if (!owner || owner === learner?.learnerId) return null;
  if (learner?.kind === 'account' && (await formerGuestsOf(database(), learner.learnerId)).includes(owner)) return null;
  return problem('other-learner', 'This was done by a learner who is not signed in here now. Nothing was stored.');
}
