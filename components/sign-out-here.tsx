import { signOut } from 'next-auth/react';
import { refreshMe } from './me.tsx';

/** Resolves to whether it was done; the page stays where it is. */
export async function signOutHere(): Promise<boolean> {
  try {
    await signOut({ redirect: false });
    await refreshMe();
    return true;
  } catch (error) {
    console.warn('Signing out failed.', error);
    return false;
  }
}
