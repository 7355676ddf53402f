import { encode } from 'next-auth/jwt';
import { authSecret, sessionCookieName } from '#app/auth/settings';
import type { Db } from '#db/client';
import { createSession } from '#db/sessions';
import { environment } from '#lib/env';
import type { Browser } from './browser.ts';

/** A browser that is signed in as a user, without the cost of a password; `at` is when they signed in. */
export async function signedInAs(
  world: { db: Db; newBrowser: () => Browser },
  userId: string,
  at = new Date(),
): Promise<Browser> {
  const browser = world.newBrowser();
  const sid = await createSession(world.db, { userId, userAgent: 'Firefox' }, at);
  const token = await encode({ token: { sub: userId, sid }, secret: authSecret() });
  browser.jar.set(sessionCookieName(environment().baseUrl), token);
  return browser;
}
