import { cookies } from 'next/headers';
import { deleteGuest } from '#db/learners';
import { deleteUser } from '#db/users';
import { auth } from '../../auth.ts';
import { confirmOwner } from '../../auth/confirm.ts';
import { dropSessionCookie } from '../../auth/session-cookie.ts';
import { database } from '../../database.ts';
import { guestCookieName } from '../../guest-cookie.ts';
import { currentLearner } from '../../learner.ts';
import { refused, unconfirmed, type AccountForm } from './form.ts';

/** Deletes the account, or the guest, with everything that is theirs, here and in the browser. */
export const deleteForm: AccountForm = {
  page: () => '/account/data',
  kept: [],
  run: async ({ current = '', sure = '' }) => {
    const user = await auth();
    const learner = await currentLearner();
    if (!learner) return refused('not-found', { form: 'There is nothing of yours on this server.' });
    if (sure !== 'yes') return refused('invalid-request', { sure: 'Tick this box: nothing brings it back.' });
    if (user) {
      const refusal = unconfirmed(await confirmOwner(user, current));
      if (refusal) return refusal;
      await deleteUser(database(), user.id);
      await dropSessionCookie();
    } else {
      await deleteGuest(database(), learner.learnerId);
      (await cookies()).delete(guestCookieName);
    }
    return { location: '/account/data?deleted=yes', forget: true };
  },
};
