import type { Metadata } from 'next';
import Link from 'next/link';
import { linksOf } from '#db/accounts';
import { userById } from '#db/users';
import { ButtonLink } from '#components/button';
import { PageHeader } from '#components/page-header';
import { importMbMax } from '#lib/account';
import { auth } from '../../auth.ts';
import { isFresh } from '../../auth/confirm.ts';
import { database } from '../../database.ts';
import { currentLearner } from '../../learner.ts';
import { AccountSection } from '../account-section.tsx';
import styles from '../account.module.css';
import { readFlash, type SearchParams } from '../flash.ts';
import { currentPasswordField } from '../new-password.ts';
import { PostForm } from '../post-form.tsx';
import { SignInAgain } from '../sign-in-again.tsx';
import { ImportForm } from './import-form.tsx';

export const metadata: Metadata = {
  title: 'Your data',
  description: 'Export everything you have done on this Underpin server, import it on another one, or delete it.',
};

export default async function DataPage({ searchParams }: { searchParams: SearchParams }) {
  const learner = await currentLearner();
  if (!learner) return <Nothing deleted={(await searchParams).deleted === 'yes'} />;
  const user = await auth();
  const row = user && (await userById(database(), user.id));
  const hasPassword = row?.passwordHash != null;
  const mayDelete = !user || hasPassword || isFresh(user);
  const providers = user ? await linksOf(database(), user.id) : [];
  return (
    <div className="page">
      <PageHeader title="Your data" lede="Everything you have done here belongs to you: take it along, or delete it." />
      <AccountSection id="export" title="Export">
        <div className={styles.text}>
          <p>
            One JSON file with all that is stored about you: progress, submissions with code and verdicts, drafts and
            their versions, answers, mock interviews, review cards, goals, stories, hints and solutions you asked for,
            your own scores, and what you reported.
          </p>
        </div>
        <p>
          {/* A plain link: the answer is a file, not a page. */}
          <a href="/api/account/export" download className={styles.download}>
            Download the export
          </a>
        </p>
      </AccountSection>
      <AccountSection id="import" title="Import">
        {user ? (
          <>
            <div className={styles.text}>
              <p>
                Takes an export of this or another Underpin server, of up to {importMbMax} MB. The better result and the
                newer draft win, and nothing you have is lost. What was graded elsewhere is marked as imported.
              </p>
            </div>
            <ImportForm />
          </>
        ) : (
          <p>
            An import goes into an account.{' '}
            <Link prefetch={false} href="/account/sign-up?callbackUrl=/account/data">
              Create one
            </Link>{' '}
            or{' '}
            <Link prefetch={false} href="/account/sign-in?callbackUrl=/account/data">
              sign in
            </Link>{' '}
            first; what you did as a guest comes along.
          </p>
        )}
      </AccountSection>
      <AccountSection id="delete" title="Delete everything">
        <div className={styles.text}>
          <p>
            {user ? `Your account ${user.email}, its sessions` : 'Your work as a guest'}
            {providers.length > 0 && ', its links to other providers'}
            {user ? ', and ' : ': '}all your progress, submissions, drafts, answers and scores go at once, here and in
            this browser. Backups that whoever runs this server made before still have them. Nothing brings them back.
            Export them first if you may want them.
          </p>
        </div>
        {mayDelete ? (
          <PostForm
            form="delete"
            flash={await readFlash(searchParams)}
            fields={[
              ...(hasPassword ? [currentPasswordField] : []),
              { name: 'sure', label: 'Delete everything of mine, for good', type: 'checkbox' },
            ]}
            submit="Delete everything"
            pending="Deleting"
            variant="secondary"
          />
        ) : (
          <SignInAgain what="delete the account" />
        )}
      </AccountSection>
    </div>
  );
}

function Nothing({ deleted }: { deleted: boolean }) {
  return (
    <div className="page">
      <PageHeader
        title={deleted ? 'Everything is deleted' : 'Your data'}
        lede={
          deleted
            ? 'Nothing of yours is left on this server, nor in this browser.'
            : 'There is nothing of yours on this server yet. It begins with the first exercise you try.'
        }
      >
        <ButtonLink href="/learn">To the lessons</ButtonLink>
      </PageHeader>
    </div>
  );
}
