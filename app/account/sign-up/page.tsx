import type { Metadata } from 'next';
import Link from 'next/link';
import { passwordCharsMin } from '#lib/account';
import styles from '../account.module.css';
import { readFlash, type SearchParams } from '../flash.ts';
import { GuestNote } from '../guest-note.tsx';
import { newPasswordField } from '../new-password.ts';
import { PostForm } from '../post-form.tsx';
import { Providers } from '../providers.tsx';

export const metadata: Metadata = {
  title: 'Create an account',
  description: `An account on this Underpin server keeps your progress on every device. It needs an email address and a password of ${passwordCharsMin} characters.`,
};

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const { callbackUrl = '' } = await searchParams;
  return (
    <div className="page">
      <div className={styles.narrow}>
        <h1>Create an account</h1>
        <p className={styles.other}>
          It keeps your progress on every device. Have one?{' '}
          <Link prefetch={false} href="/account/sign-in">
            Sign in
          </Link>
          .
        </p>
        <GuestNote />
        <PostForm
          form="sign-up"
          flash={await readFlash(searchParams)}
          hidden={{ callbackUrl: String(callbackUrl) }}
          fields={[
            { name: 'email', label: 'Email', type: 'email', autoComplete: 'username', required: true },
            { name: 'name', label: 'Name', type: 'text', autoComplete: 'name', hint: 'Optional. Shown to you alone.' },
            newPasswordField('Password'),
          ]}
          submit="Create the account"
          pending="Creating the account"
        />
        <Providers />
      </div>
    </div>
  );
}
