'use client';

import { signOut } from 'next-auth/react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/button';
import { refreshMe } from '#components/me';
import styles from './account.module.css';
import { unreachable } from './problem.ts';

export function SignOut() {
  const router = useRouter();
  const [failed, setFailed] = useState(false);

  async function leave() {
    setFailed(false);
    try {
      await signOut({ redirect: false });
      await refreshMe();
      router.push('/');
      router.refresh();
    } catch (error) {
      console.warn('Signing out failed.', error);
      setFailed(true);
    }
  }

  return (
    <div className={styles.signOut}>
      <Button onClick={() => void leave()}>Sign out</Button>
      {failed && (
        <p role="alert" className={styles.alert}>
          You are still signed in. {unreachable}
        </p>
      )}
    </div>
  );
}
