import { linksOf } from '#db/accounts';
import { changePassword, createPasswordReset, passwordResetOf, resetPassword } from '#db/password-resets';
import { userByEmail, userById } from '#db/users';
import { emailSchema, guessableFor, newPasswordSchema } from '#lib/account';
import { environment } from '#lib/env';
import { auth } from '../../auth.ts';
import { confirmOwner } from '../../auth/confirm.ts';
import { hashPassword } from '../../auth/passwords.ts';
import { startSession } from '../../auth/session-cookie.ts';
import { clientAddress } from '../../client-address.ts';
import { database } from '../../database.ts';
import { takeFrom } from '../../limits.ts';
import { afterAnswer } from '../../mail/after-answer.ts';
import { noPasswordLetter, passwordChangedLetter, resetLetter } from '../../mail/letters.ts';
import { canSendMail, sendMail } from '../../mail/send-mail.ts';
import { providerNames } from '../../auth/provider-names.ts';
import { resetUrl } from '../reset-link.ts';
import { invalid, refused, signInFirst, tooOften, unconfirmed, type AccountForm } from './form.ts';

/**
 * Asks for a link. Says the same, and takes the same time, whether or not there is such an account: all that depends on
 * it happens after the answer (OWASP Forgot Password Cheat Sheet, "Forgot Password Request").
 */
export const forgotForm: AccountForm = {
  page: () => '/account/forgot',
  kept: ['email'],
  run: async (posted, request) => {
    if (!canSendMail()) return refused('invalid-request', { form: 'This server sends no mail. Ask whoever runs it.' });
    const email = emailSchema.safeParse(posted.email ?? '');
    if (!email.success) return refused('invalid-request', { email: email.error.issues[0]?.message ?? '' });
    const refusedFor = await takeFrom('resetByAddress', clientAddress(request.headers));
    if (refusedFor) return tooOften(refusedFor.retryAfterMs);
    const flooded = await takeFrom('resetByEmail', email.data);
    if (!flooded) afterAnswer('password-reset', () => mailResetLink(email.data));
    return {
      location: '/account/forgot',
      said: `If ${email.data} belongs to an account, a mail with a link is on its way. Look among the unwanted mail too. An address gets three such mails an hour at most.`,
    };
  },
};

async function mailResetLink(email: string): Promise<void> {
  const user = await userByEmail(database(), email);
  if (!user) return;
  const site = environment().baseUrl;
  if (user.passwordHash === null) {
    return sendMail(noPasswordLetter({ to: email, ways: await waysIn(user.id), site }));
  }
  const token = await createPasswordReset(database(), user.id);
  await sendMail(resetLetter({ to: email, link: resetUrl(token), site }));
}

/**
 * Sets a password by a link. Nobody is signed in by it, and everybody who was is out: a reset may follow a theft (OWASP
 * Forgot Password Cheat Sheet, "User Resets Password").
 */
export const resetForm: AccountForm = {
  page: ({ token = '' }) => `/account/reset?${new URLSearchParams({ token })}`,
  kept: [],
  run: async ({ token = '', password = '' }, request) => {
    const refusedFor = await takeFrom('resetUseByAddress', clientAddress(request.headers));
    if (refusedFor) return tooOften(refusedFor.retryAfterMs);
    const link = await passwordResetOf(database(), token);
    if (!link) return refused('not-found', { form: linkGone });
    const problem = await passwordProblem(link.userId, password);
    if (problem) return refused('invalid-request', { password: problem });
    const reset = await resetPassword(database(), { token, passwordHash: await hashPassword(password) });
    if (!reset) return refused('not-found', { form: linkGone });
    tellByMail(reset.userId);
    return {
      location: '/account/sign-in',
      said: 'Your password is set, and every device is signed out. Sign in with the new password.',
    };
  },
};

const linkGone = 'This link was used already or is more than an hour old. Ask for a new one.';

/** Sets or changes the password of whoever is signed in; other devices are signed out, and this one gets a new session. */
export const changePasswordForm: AccountForm = {
  page: () => '/account',
  kept: [],
  run: async ({ current = '', password = '' }) => {
    const user = await auth();
    if (!user) return signInFirst;
    const refusal = unconfirmed(await confirmOwner(user, current));
    if (refusal) return refusal;
    const problem = await passwordProblem(user.id, password);
    if (problem) return refused('invalid-request', { password: problem });
    const passwordHash = await hashPassword(password);
    const { sessionsEnded } = await changePassword(database(), {
      userId: user.id,
      passwordHash,
      keepSessionId: user.sessionId,
    });
    await startSession(user.id);
    tellByMail(user.id);
    return { location: '/account', said: `Your new password is set. ${endedWords(sessionsEnded)}` };
  },
};

export function endedWords(sessionsEnded: number): string {
  if (sessionsEnded === 0) return 'No other device was signed in.';
  return sessionsEnded === 1 ? 'One other device was signed out.' : `${sessionsEnded} other devices were signed out.`;
}

async function passwordProblem(userId: string, password: string): Promise<string | null> {
  const chosen = newPasswordSchema.safeParse(password);
  if (!chosen.success) return invalid(chosen.error).errors.form ?? null;
  const user = await userById(database(), userId);
  return user ? guessableFor(password, user) : null;
}

function tellByMail(userId: string): void {
  if (!canSendMail()) return;
  afterAnswer('password-changed', async () => {
    const user = await userById(database(), userId);
    if (!user) return;
    await sendMail(passwordChangedLetter({ to: user.email, ways: await waysIn(userId), site: environment().baseUrl }));
  });
}

async function waysIn(userId: string): Promise<string[]> {
  const names = providerNames();
  const links = await linksOf(database(), userId);
  return links.flatMap(({ provider }) => names.find(({ id }) => id === provider)?.name ?? []);
}
