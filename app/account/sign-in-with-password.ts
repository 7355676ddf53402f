import { signIn } from 'next-auth/react';
import { refreshMe } from '#components/me';
import { unreachable } from './problem.ts';

/** Resolves to null when signed in, else to a sentence for the form. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  try {
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result?.ok && !result.error) {
      await refreshMe();
      return null;
    }
    return sentence(result?.error ?? '', result?.status ?? 0);
  } catch (error) {
    console.warn('Signing in failed.', error);
    return unreachable;
  }
}

function sentence(error: string, status: number): string {
  if (error === 'CredentialsSignin' || (error === '' && status === 401)) {
    return 'No account has this email address and password. Check both; capital letters count in the password.';
  }
  if (status === 429 || /rate|too.many/i.test(error)) return 'Too many attempts. Wait a few minutes, then try again.';
  return unreachable;
}
