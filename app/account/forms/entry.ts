import { emailSchema, signUpSchema } from '#lib/account';
import { environment } from '#lib/env';
import { userByPassword } from '../../auth/password-sign-in.ts';
import { endSession, startSession } from '../../auth/session-cookie.ts';
import { signUp } from '../../auth/sign-up.ts';
import { returnPath } from '../return-path.ts';
import { invalid, refused, tooOften, type AccountForm, type Posted } from './form.ts';

// Ways in and out.

export const signInForm: AccountForm = {
  page: (posted) => withReturn('/account/sign-in', posted),
  kept: ['email'],
  run: async (posted, request) => {
    const { email = '', password = '' } = posted;
    if (email.trim() === '' || password === '') {
      return refused('invalid-request', {
        ...(email.trim() === '' && { email: 'Enter the email address of your account.' }),
        ...(password === '' && { password: 'Enter your password.' }),
      });
    }
    const known = emailSchema.safeParse(email);
    if (!known.success) return refused('invalid-request', { email: known.error.issues[0]?.message ?? '' });
    const outcome = await userByPassword({ email, password }, request.headers);
    if (!outcome.user) {
      if (outcome.retryAfterMs !== undefined) return tooOften(outcome.retryAfterMs);
      return refused('sign-in-failed', {
        form: 'No account has this email address and password. Check both; capital letters count in the password.',
      });
    }
    await startSession(outcome.user.id);
    return { location: wanted(posted) };
  },
};

export const signUpForm: AccountForm = {
  page: (posted) => withReturn('/account/sign-up', posted),
  kept: ['email', 'name'],
  run: async (posted, request) => {
    const { email = '', password = '', name = '' } = posted;
    const asked = signUpSchema.safeParse({ email, password, name });
    if (!asked.success) return invalid(asked.error);
    const made = await signUp(asked.data, request.headers);
    if (made.outcome === 'rate-limited') return tooOften(made.retryAfterMs);
    if (made.outcome === 'email-taken') {
      return refused('email-taken', { email: 'An account with this email address exists. Sign in instead.' });
    }
    await startSession(made.user.id);
    return { location: wanted(posted) };
  },
};

export const signOutForm: AccountForm = {
  page: () => '/account',
  kept: [],
  run: async () => {
    await endSession();
    return { location: '/' };
  },
};

function wanted({ callbackUrl = '' }: Posted): string {
  return returnPath(new URLSearchParams({ callbackUrl }).toString(), environment().baseUrl);
}

function withReturn(page: string, { callbackUrl }: Posted): string {
  return callbackUrl ? `${page}?${new URLSearchParams({ callbackUrl })}` : page;
}
