import type { Metadata } from 'next';
import Link from 'next/link';
import { emailChangeOf } from '#db/email-changes';
import { database } from '../../database.ts';
import styles from '../account.module.css';
import { readFlash, type SearchParams } from '../flash.ts';
import { PostForm } from '../post-form.tsx';

export const metadata: Metadata = {
  title: 'Confirm your address',
  description: 'Confirm the new email address of your account on this Underpin server.',
  robots: { index: false },
  referrer: 'same-origin',
};

export default async function EmailPage({ searchParams }: { searchParams: SearchParams }) {
  const { token = '' } = await searchParams;
  const change = await emailChangeOf(database(), String(token));
  return (
    <div className="page">
      <div className={styles.narrow}>
        <h1>Confirm your address</h1>
        {change ? (
          <>
            <p className={styles.other}>
              The account {change.from} gets the address <strong>{change.to}</strong>. From then on you sign in with it.
            </p>
            <PostForm
              form="confirm-email"
              flash={await readFlash(searchParams)}
              hidden={{ token: String(token) }}
              submit="Confirm the address"
              pending="Confirming"
            />
          </>
        ) : (
          <div className={styles.text}>
            <p>This link was used already, was taken back, is more than a day old, or is not whole.</p>
            <p>
              <Link prefetch={false} href="/account">
                To your account
              </Link>
            </p>
          </div>
        )}
      </div>
    </div>
  );
}
