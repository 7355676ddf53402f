import { encode } from 'next-auth/jwt';
import { authSecret, sessionCookieName } from '#app/auth/settings';
import { createSession } from '#db/sessions';
import { createUser, userByEmail } from '#db/users';
import { environment } from '#lib/env';
import type { Browser } from './browser.ts';
import type { newWorld } from './world.ts';

type World = Pick<ReturnType<typeof newWorld>, 'db' | 'newBrowser'>;

/** A browser that is signed in to an account, made when missing, without the forms and the hashing on the way. */
export async function signedIn(world: World, email: string): Promise<Browser> {
  const made = await createUser(world.db, { email, name: null, passwordHash: null });
  const user = made ?? (await userByEmail(world.db, email));
  return signedInAs(world, user!.id);
}

/** The same for a user that there is; `at` is when they signed in. */
export async function signedInAs(world: World, userId: string, at = new Date()): Promise<Browser> {
  const browser = world.newBrowser();
  const sid = await createSession(world.db, { userId, userAgent: 'Firefox' }, at);
  const token = await encode({ token: { sub: userId, sid }, secret: authSecret() });
  browser.jar.set(sessionCookieName(environment().baseUrl), token);
  return browser;
}
