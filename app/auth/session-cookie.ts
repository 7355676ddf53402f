import { cookies, headers } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { guestByToken, learnerOfUser } from '#db/learners';
import { mergeGuest } from '#db/merge';
import { createSession, deleteSession } from '#db/sessions';
import { environment } from '#lib/env';
import { auth } from '../auth.ts';
import { database } from '../database.ts';
import { guestCookieName } from '../guest-cookie.ts';
import { authSecret, sessionCookieName, sessionCookieOptions, sessionSecondsMax } from './settings.ts';

/**
 * Signs this browser in, as next-auth does it, and brings a guest's work along. A session that it had is replaced, so
 * that no id lives on from before (OWASP Session Management Cheat Sheet, "Renew the Session ID After Any Privilege Level
 * Change").
 */
export async function startSession(userId: string): Promise<void> {
  const { baseUrl } = environment();
  const sid = await replaceSession(userId);
  const token = await encode({ token: { sub: userId, sid }, secret: authSecret(), maxAge: sessionSecondsMax });
  const options = { ...sessionCookieOptions(baseUrl), maxAge: sessionSecondsMax };
  (await cookies()).set(sessionCookieName(baseUrl), token, options);
  await mergeGuestOfRequest(userId);
}

/** Signs this browser out, on the server too. */
export async function endSession(): Promise<void> {
  const current = await auth();
  if (current) await deleteSession(database(), current.id, current.sessionId);
  await dropSessionCookie();
}

export async function dropSessionCookie(): Promise<void> {
  const { baseUrl } = environment();
  (await cookies()).set(sessionCookieName(baseUrl), '', { ...sessionCookieOptions(baseUrl), maxAge: 0 });
}

/** One device, one session: the one it had before ends, so that the list shows no ghosts. Resolves to the new one's id. */
export async function replaceSession(userId: string): Promise<string> {
  const previous = await auth();
  if (previous) await deleteSession(database(), previous.id, previous.sessionId);
  return createSession(database(), { userId, userAgent: (await headers()).get('user-agent') });
}

/** The cookie goes only once the guest's work is in the account; if this fails, the next sign-in does it. */
export async function mergeGuestOfRequest(userId: string): Promise<void> {
  const jar = await cookies();
  const token = jar.get(guestCookieName)?.value;
  if (!token) return;
  const guestId = await guestByToken(database(), token);
  if (guestId) await mergeGuest(database(), guestId, await learnerOfUser(database(), userId));
  jar.delete(guestCookieName);
}
