import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { sessionById } from '#db/sessions';
import { environment } from '#lib/env';
import { authSecret, sessionCookieName } from './auth/settings.ts';
import { database } from './database.ts';

export type SignedIn = {
  id: string;
  email: string;
  name: string | null;
  role: 'learner' | 'owner';
  sessionId: string;
  confirmedAt: Date;
};

/** Who is signed in, for pages and route handlers; null for nobody. The session is looked up on every call. */
export async function auth(): Promise<SignedIn | null> {
  return signedInBy(await cookies());
}

/** The same from the cookies of a request. */
export async function signedInBy(jar: CookieJar): Promise<SignedIn | null> {
  const value = jar.get(sessionCookieName(environment().baseUrl))?.value;
  if (!value) return null;
  // A token that does not decrypt (another secret, a forgery, too old) is nobody's.
  const token = await decode({ token: value, secret: authSecret() }).catch(() => null);
  if (typeof token?.sid !== 'string') return null;
  const session = await sessionById(database(), token.sid);
  if (!session) return null;
  const { userId: id, email, name, role, sessionId, confirmedAt } = session;
  return { id, email, name, role, sessionId, confirmedAt };
}

export type CookieJar = { get: (name: string) => { value: string } | undefined };
