import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '../account.module.css';
import { readFlash, type SearchParams } from '../flash.ts';
import { GuestNote } from '../guest-note.tsx';
import { PostForm } from '../post-form.tsx';
import { Providers } from '../providers.tsx';
import { ReturnError } from '../return-error.tsx';
import { Said } from '../said.tsx';

export const metadata: Metadata = {
  title: 'Sign in',
  description: 'Sign in to Underpin to keep your progress on every device. Work you did as a guest comes along.',
};

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { callbackUrl = '', error } = await searchParams;
  const flash = await readFlash(searchParams);
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
        <Said flash={flash} />
        <ReturnError error={error} />
        <GuestNote />
        <PostForm
          form="sign-in"
          flash={flash}
          hidden={{ callbackUrl: String(callbackUrl) }}
          fields={[
            { name: 'email', label: 'Email', type: 'email', autoComplete: 'username', required: true },
            {
              name: 'password',
              label: 'Password',
              type: 'password',
              autoComplete: 'current-password',
              required: true,
            },
          ]}
          submit="Sign in"
          pending="Signing in"
        />
        <p className={styles.other}>
          <Link prefetch={false} href="/account/forgot">
            Forgot the password?
          </Link>
        </p>
        <Providers />
      </div>
    </div>
  );
}
