import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { linksOf } from '#db/accounts';
import { pendingEmailOf } from '#db/email-changes';
import { sessionsOf } from '#db/sessions';
import { userById } from '#db/users';
import { PageHeader } from '#components/page-header';
import { auth } from '../auth.ts';
import { isFresh } from '../auth/confirm.ts';
import { providerNames } from '../auth/provider-names.ts';
import { database } from '../database.ts';
import { canSendMail } from '../mail/send-mail.ts';
import { AccountSection } from './account-section.tsx';
import styles from './account.module.css';
import { EmailSection } from './email-section.tsx';
import { readFlash, type SearchParams } from './flash.ts';
import { NameSection } from './name-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { PostForm } from './post-form.tsx';
import { LinkedProviders } from './linked-providers.tsx';
import { ReturnError } from './return-error.tsx';
import { Said } from './said.tsx';
import { Sessions } from './sessions.tsx';

export const metadata: Metadata = {
  title: 'Account',
  description: 'Your account on this Underpin server: how you sign in, where you are signed in, and your data.',
};

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await auth();
  if (!user) redirect('/account/sign-in?callbackUrl=/account');
  const db = database();
  const flash = await readFlash(searchParams);
  const hasPassword = (await userById(db, user.id))?.passwordHash != null;
  const providers = providerNames();
  const links = await linksOf(db, user.id);
  const fresh = isFresh(user);
  return (
    <div className="page">
      <PageHeader title="Account" />
      <Said flash={flash} />
      <ReturnError error={(await searchParams).error} />
      <AccountSection id="you" title="You">
        <dl className={styles.facts}>
          <dt>Email</dt>
          <dd>{user.email}</dd>
        </dl>
        <PostForm form="sign-out" submit="Sign out" pending="Signing out" variant="secondary" />
      </AccountSection>
      <AccountSection
        id="sessions"
        title="Sessions"
        about="Devices that are signed in. End one, and it is out at once."
      >
        <Sessions
          sessions={(await sessionsOf(db, user.id)).map((session) => ({
            ...session,
            createdAt: session.createdAt.toISOString(),
            lastSeenAt: session.lastSeenAt.toISOString(),
            current: session.id === user.sessionId,
          }))}
        />
      </AccountSection>
      <NameSection name={user.name} flash={flash} />
      <PasswordSection hasPassword={hasPassword} fresh={fresh} email={user.email} flash={flash} />
      <EmailSection
        hasPassword={hasPassword}
        fresh={fresh}
        email={user.email}
        pending={await pendingEmailOf(db, user.id)}
        sendsMail={canSendMail()}
        flash={flash}
      />
      {(providers.length > 0 || links.length > 0) && (
        <AccountSection
          id="providers"
          title="Other ways to sign in"
          about="Accounts elsewhere that open this one. An equal email address alone never links anything."
        >
          <LinkedProviders
            providers={providers}
            links={links.map(({ provider, createdAt }) => ({ provider, createdAt: createdAt.toISOString() }))}
            email={user.email}
            asks={fresh ? 'nothing' : hasPassword ? 'password' : 'sign-in'}
            flash={flash}
          />
        </AccountSection>
      )}
      <AccountSection id="data" title="Your data" about="Everything you have done here belongs to you.">
        <p>
          <Link prefetch={false} href="/account/data">
            Export, import or delete your data
          </Link>
        </p>
      </AccountSection>
    </div>
  );
}
