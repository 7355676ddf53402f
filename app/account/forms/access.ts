import { unlinkProvider } from '#db/accounts';
import { askForLink, deleteOtherSessions, deleteSession } from '#db/sessions';
import { auth } from '../../auth.ts';
import { confirmOwner, isFresh } from '../../auth/confirm.ts';
import { providerNames } from '../../auth/provider-names.ts';
import { database } from '../../database.ts';
import { refused, signInFirst, unconfirmed, type AccountForm } from './form.ts';
import { endedWords } from './password.ts';

// Which devices and which providers get into the account.

export const endSessionForm: AccountForm = {
  page: () => '/account',
  kept: [],
  run: async ({ id = '' }) => {
    const user = await auth();
    if (!user) return signInFirst;
    const ended = await deleteSession(database(), user.id, id);
    return { location: '/account', said: ended ? 'That session has ended.' : 'That session has ended before.' };
  },
};

export const endOtherSessionsForm: AccountForm = {
  page: () => '/account',
  kept: [],
  run: async () => {
    const user = await auth();
    if (!user) return signInFirst;
    return { location: '/account', said: endedWords(await deleteOtherSessions(database(), user.id, user.sessionId)) };
  },
};

/** Makes the sign-in fresh again by the password, so that what needs a fresh one can be done. */
export const confirmForm: AccountForm = {
  page: () => '/account',
  kept: [],
  run: async ({ current = '' }) => {
    const user = await auth();
    if (!user) return signInFirst;
    const refusal = unconfirmed(await confirmOwner(user, current));
    return refusal ?? { location: '/account', said: 'Confirmed. For ten minutes you are not asked again.' };
  },
};

/** Lets the next sign-in at a provider, within ten minutes, be linked to the account. */
export const linkForm: AccountForm = {
  page: () => '/account',
  kept: [],
  run: async ({ provider = '', current = '' }) => {
    const user = await auth();
    if (!user) return signInFirst;
    if (!providerNames().some(({ id }) => id === provider)) {
      return refused('invalid-request', { form: 'This server does not know that provider.' });
    }
    const refusal = isFresh(user) ? null : unconfirmed(await confirmOwner(user, current));
    if (refusal) return refusal;
    await askForLink(database(), user.sessionId, provider);
    return { location: '/account', said: 'Go on at the provider.' };
  },
};

export const unlinkForm: AccountForm = {
  page: () => '/account',
  kept: [],
  run: async ({ provider = '', current = '' }) => {
    const user = await auth();
    if (!user) return signInFirst;
    const refusal = isFresh(user) ? null : unconfirmed(await confirmOwner(user, current));
    if (refusal) return refusal;
    const usable = providerNames().map(({ id }) => id);
    const outcome = await unlinkProvider(database(), { userId: user.id, provider, usable });
    if (outcome === 'last-way-in') {
      return refused('last-way-in', {
        form: 'This is your only way in. Set a password first, or link another provider.',
      });
    }
    return { location: '/account', said: outcome === 'unlinked' ? 'It is unlinked.' : 'It was not linked.' };
  },
};
