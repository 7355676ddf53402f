import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHeader } from '#components/page-header';
import { auth } from '../auth.ts';
import styles from './account.module.css';
import { Sessions } from './sessions.tsx';
import { SignOut } from './sign-out.tsx';

export const metadata: Metadata = {
  title: 'Account',
  description: 'Your account on this Underpin server and the devices it is signed in on.',
};

export default async function AccountPage() {
  const user = await auth();
  if (!user) redirect('/account/sign-in?callbackUrl=/account');
  return (
    <div className="page">
      <PageHeader title="Account" />
      <section className={styles.section} aria-labelledby="you">
        <h2 id="you" className={styles.heading}>
          You
        </h2>
        <div>
          <dl className={styles.facts}>
            <dt>Email</dt>
            <dd>{user.email}</dd>
            {user.name && (
              <>
                <dt>Name</dt>
                <dd>{user.name}</dd>
              </>
            )}
          </dl>
          <SignOut />
        </div>
      </section>
      <section className={styles.section} aria-labelledby="sessions">
        <div>
          <h2 id="sessions" className={styles.heading}>
            Sessions
          </h2>
          <p className={styles.about}>Devices that are signed in. End one, and it is out at once.</p>
        </div>
        <Sessions />
      </section>
    </div>
  );
}
