import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { GuestNote } from '../guest-note.tsx';
import { Providers } from '../providers.tsx';
import styles from '../account.module.css';
import { ReturnError } from './return-error.tsx';
import { SignInForm } from './sign-in-form.tsx';

export const metadata: Metadata = {
  title: 'Sign in',
  description: 'Sign in to Underpin to keep your progress on every device. Work you did as a guest comes along.',
};

export default function SignInPage() {
  return (
    <div className="page">
      <div className={styles.narrow}>
        <h1>Sign in</h1>
        <p className={styles.other}>
          No account yet?{' '}
          <Link prefetch={false} href="/account/sign-up">
            Create one
          </Link>
          . You need none to read or practise.
        </p>
        <Suspense>
          <ReturnError />
        </Suspense>
        <GuestNote />
        <SignInForm />
        <Providers />
      </div>
    </div>
  );
}
