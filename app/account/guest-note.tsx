'use client';

import Link from 'next/link';
import { plural } from '#components/labels';
import { useMe } from '#components/me';
import styles from './account.module.css';

/** Tells a guest that what they have done comes along. */
export function GuestNote() {
  const state = useMe();
  if (state.status !== 'ready' || state.me.learner.kind !== 'guest') return null;
  const lessonCount = Object.values(state.me.lessons).filter(({ doneAt }) => doneAt !== null).length;
  const exerciseCount = Object.keys(state.me.exercises).length;
  const parts = [
    lessonCount > 0 && plural(lessonCount, 'lesson'),
    exerciseCount > 0 && plural(exerciseCount, 'exercise'),
  ].filter((part) => part !== false);
  return (
    <p className={styles.note}>
      You have worked here as a guest.{' '}
      {parts.length > 0 ? `Your progress in ${parts.join(' and ')} moves` : 'What you have done moves'} to your account
      when you sign in. You can also{' '}
      <Link prefetch={false} href="/account/data">
        export or delete it
      </Link>
      .
    </p>
  );
}
