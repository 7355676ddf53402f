import { changeName } from '#db/users';
import { nameSchema } from '#lib/account';
import { auth } from '../../auth.ts';
import { database } from '../../database.ts';
import { takeFrom } from '../../limits.ts';
import { refused, signInFirst, tooOften, type AccountForm } from './form.ts';

/** Gives the account another name, or none. It opens nothing, so no password is asked for. */
export const changeNameForm: AccountForm = {
  page: () => '/account',
  kept: ['name'],
  run: async ({ name: given }) => {
    const user = await auth();
    if (!user) return signInFirst;
    // A form that sent no such field at all must not take the name away.
    if (given === undefined) return refused('invalid-request', { form: 'The form had no name in it. Send it again.' });
    const name = nameSchema.safeParse(given);
    if (!name.success) return refused('invalid-request', { name: name.error.issues[0]?.message ?? '' });
    const refusedFor = await takeFrom('nameChangeByUser', user.id);
    if (refusedFor) return tooOften(refusedFor.retryAfterMs);
    await changeName(database(), { userId: user.id, name: name.data || null });
    return {
      location: '/account',
      said: name.data ? `Your name is ${name.data} now.` : 'Your account has no name now.',
    };
  },
};
