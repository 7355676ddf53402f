import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { auth, signedInBy, type CookieJar, type SignedIn } from '../auth.ts';

/** For every page below /operator, before it reads anything: to all but an owner there is no such page. */
export async function requireOwner(): Promise<SignedIn> {
  const user = await auth();
  return user?.role === 'owner' ? user : notFound();
}

/** A page's title, for an owner; to others it would say that there is something behind the 404. */
export async function titleForOwner(title: string): Promise<Metadata> {
  const user = await auth();
  return { title: user?.role === 'owner' ? title : 'Page not found' };
}

/** Who is an owner, for route handlers, which answer with `not-found` to null. */
export async function ownerBy(jar: CookieJar): Promise<SignedIn | null> {
  const user = await signedInBy(jar);
  return user?.role === 'owner' ? user : null;
}
