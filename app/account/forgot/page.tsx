import type { Metadata } from 'next';
import Link from 'next/link';
import { providerNames } from '../../auth/provider-names.ts';
import { canSendMail } from '../../mail/send-mail.ts';
import styles from '../account.module.css';
import { readFlash, type SearchParams } from '../flash.ts';
import { PostForm } from '../post-form.tsx';
import { Said } from '../said.tsx';

export const metadata: Metadata = {
  title: 'Forgot the password',
  description: 'How to get a new password for an account on this Underpin server.',
};

export default async function ForgotPage({ searchParams }: { searchParams: SearchParams }) {
  const flash = await readFlash(searchParams);
  const providers = providerNames();
  return (
    <div className="page">
      <div className={styles.narrow}>
        <h1>Forgot the password</h1>
        {canSendMail() ? (
          <>
            <p className={styles.other}>
              Say which address your account has, and a link to set a new password comes by mail.
            </p>
            <Said flash={flash} />
            <PostForm
              form="forgot"
              flash={flash}
              fields={[{ name: 'email', label: 'Email', type: 'email', autoComplete: 'username', required: true }]}
              submit="Send the link"
              pending="Sending"
            />
          </>
        ) : (
          <div className={styles.text}>
            <p>
              This server sends no mail, so it cannot send you a link. Ask whoever runs it: they can make one with which
              you set a new password. It works once, for an hour.
            </p>
            {providers.length > 0 && (
              <p>
                If you sign in with {providers.map(({ name }) => name).join(' or ')}, you need no password here: use its
                button on the{' '}
                <Link prefetch={false} href="/account/sign-in">
                  sign-in page
                </Link>
                .
              </p>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
