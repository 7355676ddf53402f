import { notFound } from 'next/navigation';
import { auth, signedInBy, type CookieJar, type SignedIn } from '../auth.ts';

/** For every page below /operator, before it reads anything: to all but an owner there is no such page. */
export async function requireOwner(): Promise<SignedIn> {
  const user = await auth();
  return user?.role === 'owner' ? user : notFound();
}

/** The same for route handlers, which answer with `not-found` to null. */
export async function ownerBy(jar: CookieJar): Promise<SignedIn | null> {
  const user = await signedInBy(jar);
  return user?.role === 'owner' ? user : null;
}
