import { cookies } from 'next/headers';
import { guestByToken, learnerOfUser } from '#db/learners';
import { signedInBy, type CookieJar } from './auth.ts';
import { database } from './database.ts';
import { guestCookieName } from './guest-cookie.ts';

export type Learner = { learnerId: string; kind: 'guest' | 'account' };

/** The learner who looks at a page; null for somebody who has done nothing yet. Never makes one. */
export async function currentLearner(): Promise<Learner | null> {
  return learnerBy(await cookies());
}

/** The same from the cookies of a request. An account comes before a guest cookie that was left behind. */
export async function learnerBy(jar: CookieJar): Promise<Learner | null> {
  const user = await signedInBy(jar);
  if (user) return { learnerId: await learnerOfUser(database(), user.id), kind: 'account' };
  const token = jar.get(guestCookieName)?.value;
  const learnerId = token ? await guestByToken(database(), token) : null;
  return learnerId ? { learnerId, kind: 'guest' } : null;
}
