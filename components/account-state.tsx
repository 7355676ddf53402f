'use client';

import Link from 'next/link';
import { useMe } from './me.tsx';
import styles from './site-header.module.css';

/** Guests and strangers both see the way in; an account shows whose it is. */
export function AccountState() {
  const state = useMe();
  if (state.status === 'ready' && state.me.learner.kind === 'account') {
    const { name, email } = state.me.learner;
    return (
      <Link href="/account" prefetch={false} className={styles.account} title={email}>
        <span className="visually-hidden">Account of </span>
        <span className={styles.name}>{name ?? email}</span>
      </Link>
    );
  }
  return (
    <Link
      href="/account/sign-in"
      prefetch={false}
      className={styles.account}
      data-pending={state.status === 'loading' || undefined}
    >
      Sign in
    </Link>
  );
}
