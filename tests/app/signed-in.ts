import { encode } from 'next-auth/jwt';
import { authSecret, sessionCookieName } from '#app/auth/settings';
import { createSession } from '#db/sessions';
import { createUser, userByEmail } from '#db/users';
import type { Browser } from './browser.ts';
import type { newWorld } from './world.ts';

/** A browser that is signed in to an account, made when missing, without the forms and the hashing on the way. */
export async function signedIn(world: ReturnType<typeof newWorld>, email: string): Promise<Browser> {
  const made = await createUser(world.db, { email, name: null, passwordHash: null });
  const user = made ?? (await userByEmail(world.db, email));
  const sid = await createSession(world.db, { userId: user!.id, userAgent: null });
  const browser = world.newBrowser();
  const token = await encode({ token: { sub: user!.id, sid }, secret: authSecret() });
  browser.jar.set(sessionCookieName('http://localhost:3000'), token);
  return browser;
}
