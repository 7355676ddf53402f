import type { Metadata } from 'next';
import Link from 'next/link';
import { passwordResetOf } from '#db/password-resets';
import { database } from '../../database.ts';
import styles from '../account.module.css';
import { readFlash, type SearchParams } from '../flash.ts';
import { newPasswordField } from '../new-password.ts';
import { PostForm } from '../post-form.tsx';

export const metadata: Metadata = {
  title: 'Set a new password',
  description: 'Set a new password for your account on this Underpin server.',
  robots: { index: false },
  // The address holds the token; no other site may learn it (OWASP Forgot Password Cheat Sheet, "URL Tokens"). Not
  // `no-referrer`, with which browsers call the form's origin "null".
  referrer: 'same-origin',
};

/** Opening the link uses nothing up: programs that look for harmful mail open every link. */
export default async function ResetPage({ searchParams }: { searchParams: SearchParams }) {
  const { token = '' } = await searchParams;
  const link = await passwordResetOf(database(), String(token));
  return (
    <div className="page">
      <div className={styles.narrow}>
        <h1>Set a new password</h1>
        {link ? (
          <>
            <p className={styles.other}>
              For the account {link.email}. Every device that is signed in to it is signed out.
            </p>
            <PostForm
              form="reset"
              flash={await readFlash(searchParams)}
              hidden={{ token: String(token) }}
              username={link.email}
              fields={[newPasswordField('New password')]}
              submit="Set the password"
              pending="Setting the password"
            />
          </>
        ) : (
          <div className={styles.text}>
            <p>This link was used already, is more than an hour old, or is not whole.</p>
            <p>
              <Link prefetch={false} href="/account/forgot">
                Ask for a new one
              </Link>
              .
            </p>
          </div>
        )}
      </div>
    </div>
  );
}
