import { cancelEmailChange, changeEmail, confirmEmailChange, createEmailChange } from '#db/email-changes';
import { userByEmail } from '#db/users';
import { emailSchema } from '#lib/account';
import { environment } from '#lib/env';
import { auth } from '../../auth.ts';
import { confirmOwner } from '../../auth/confirm.ts';
import { database } from '../../database.ts';
import { takeFrom } from '../../limits.ts';
import { afterAnswer } from '../../mail/after-answer.ts';
import {
  addressChangedLetter,
  addressChangingLetter,
  addressTakenLetter,
  confirmAddressLetter,
} from '../../mail/letters.ts';
import { canSendMail, sendMail } from '../../mail/send-mail.ts';
import { refused, signInFirst, tooOften, unconfirmed, type AccountForm } from './form.ts';

/**
 * Asks for another address. With mail it is changed by a link to the new one, and the old one is told (OWASP
 * Authentication Cheat Sheet, "Change A User's Registered Email Address"); without, at once, by the password alone.
 */
export const changeEmailForm: AccountForm = {
  page: () => '/account',
  kept: ['email'],
  run: async ({ email: given = '', current = '' }) => {
    const user = await auth();
    if (!user) return signInFirst;
    const email = emailSchema.safeParse(given);
    if (!email.success) return refused('invalid-request', { email: email.error.issues[0]?.message ?? '' });
    if (email.data === user.email) return refused('invalid-request', { email: 'This is your address already.' });
    const refusal = unconfirmed(await confirmOwner(user, current));
    if (refusal) return refusal;
    const refusedFor = await takeFrom('emailChangeByUser', user.id);
    if (refusedFor) return tooOften(refusedFor.retryAfterMs);
    if (!canSendMail()) return changeAtOnce(user.id, email.data);

    // Kept in either case, so that the page does not tell whether the address has an account.
    const token = await createEmailChange(database(), { userId: user.id, email: email.data });
    afterAnswer('email-change', () => mailBoth({ from: user.email, to: email.data, token }));
    return {
      location: '/account',
      said: `A link is on its way to ${email.data}. Your address changes when you open it; until then sign in with ${user.email}, which is told too.`,
    };
  },
};

async function changeAtOnce(userId: string, email: string) {
  if (!(await changeEmail(database(), { userId, email }))) {
    return refused('email-taken', { email: 'Another account has this address.' });
  }
  return {
    location: '/account',
    said: `Your address is ${email} now. This server sends no mail, so nobody has checked it: see that it is spelled right, since you sign in with it.`,
  };
}

async function mailBoth({ from, to, token }: { from: string; to: string; token: string }): Promise<void> {
  const site = environment().baseUrl;
  const taken = (await userByEmail(database(), to)) !== null;
  const link = `${site}/account/email?${new URLSearchParams({ token })}`;
  await sendMail(taken ? addressTakenLetter({ to, site }) : confirmAddressLetter({ to, link, site }));
  await sendMail(addressChangingLetter({ to: from, newAddress: to, site }));
}

/** Whoever has the link has the new mailbox; who asked for the change has given a password. So no sign-in is needed. */
export const confirmEmailForm: AccountForm = {
  page: ({ token = '' }) => `/account/email?${new URLSearchParams({ token })}`,
  kept: [],
  run: async ({ token = '' }) => {
    const changed = await confirmEmailChange(database(), token);
    if (changed.outcome === 'email-taken') {
      return refused('email-taken', { form: 'Another account has this address by now.' });
    }
    if (changed.outcome !== 'changed') {
      return refused('not-found', { form: 'This link was used already, was taken back, or is more than a day old.' });
    }
    const { from, to } = changed;
    afterAnswer('email-changed', () =>
      sendMail(addressChangedLetter({ to: from, newAddress: to, site: environment().baseUrl })),
    );
    const location = (await auth()) ? '/account' : '/account/sign-in';
    return { location, said: `The address of your account is ${to} now. Sign in with it from now on.` };
  },
};

export const cancelEmailForm: AccountForm = {
  page: () => '/account',
  kept: [],
  run: async () => {
    const user = await auth();
    if (!user) return signInFirst;
    const canceled = await cancelEmailChange(database(), user.id);
    return { location: '/account', said: canceled ? `Your address stays ${user.email}.` : 'No change was under way.' };
  },
};
