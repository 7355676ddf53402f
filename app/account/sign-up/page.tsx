import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '../account.module.css';
import { GuestNote } from '../guest-note.tsx';
import { Providers } from '../providers.tsx';
import { SignUpForm } from './sign-up-form.tsx';

export const metadata: Metadata = {
  title: 'Create an account',
  description:
    'An account on this Underpin server keeps your progress on every device. It needs an email address and a password.',
};

export default function SignUpPage() {
  return (
    <div className="page">
      <div className={styles.narrow}>
        <h1>Create an account</h1>
        <p className={styles.other}>
          It keeps your progress on every device. Have one? <Link href="/account/sign-in">Sign in</Link>.
        </p>
        <GuestNote />
        <SignUpForm />
        <Providers />
      </div>
    </div>
  );
}
