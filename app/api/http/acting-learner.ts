import type { NextRequest, NextResponse } from 'next/server';
import { createGuest } from '#db/learners';
import { environment } from '#lib/env';
import { clientAddress } from '../../client-address.ts';
import { database } from '../../database.ts';
import { guestCookieName, guestCookieOptions, newGuestToken } from '../../guest-cookie.ts';
import { learnerBy, type Learner } from '../../learner.ts';
import { takeFrom } from '../../limits.ts';
import { refusedAsOthers } from './meant-for.ts';
import { rateLimited } from './problem.ts';

export type ActingLearner = Learner & {
  /** Puts the cookie of a guest who was made for this request on the answer. */
  attach: <Answer extends NextResponse>(answer: Answer) => Answer;
};

/** The learner who does something, made a guest when they are nobody yet; or the problem to answer with. */
export async function actingLearner(request: NextRequest): Promise<ActingLearner | Response> {
  const known = await learnerBy(request.cookies);
  const others = await refusedAsOthers(request, known);
  if (others) return others;
  if (known) return { ...known, attach: (answer) => answer };
  const refused = await takeFrom('newGuest', clientAddress(request.headers));
  if (refused) return rateLimited(refused.retryAfterMs);
  const token = newGuestToken();
  const learnerId = await createGuest(database(), token);
  const attach: ActingLearner['attach'] = (answer) => {
    answer.cookies.set(guestCookieName, token, guestCookieOptions(environment().baseUrl));
    return answer;
  };
  return { learnerId, kind: 'guest', attach };
}
