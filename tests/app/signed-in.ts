import { encode } from 'next-auth/jwt';
import { authSecret, sessionCookieName } from '#app/auth/settings';
import type { Db } from '#db/client';
import { createSession } from '#db/sessions';
import { createUser, userByEmail } from '#db/users';
import { environment } from '#lib/env';
import type { Browser } from './browser.ts';

type SomeWorld = { db: Db; newBrowser: () => Browser };

/** A browser that is signed in as a user, without the forms and the hashing on the way; `at` is when they signed in. */
export async function signedInAs(world: SomeWorld, userId: string, at = new Date()): Promise<Browser> {
  const browser = world.newBrowser();
  const sid = await createSession(world.db, { userId, userAgent: 'Firefox' }, at);
  const token = await encode({ token: { sub: userId, sid }, secret: authSecret() });
  browser.jar.set(sessionCookieName(environment().baseUrl), token);
  return browser;
}

/** The same by address, with an account that is made when missing. */
export async function signedIn(world: SomeWorld, email: string): Promise<Browser> {
  const made = await createUser(world.db, { email, name: null, passwordHash: null });
  const user = made ?? (await userByEmail(world.db, email));
  return signedInAs(world, user!.id);
}
