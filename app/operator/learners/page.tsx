import Link from 'next/link';
import { DataTable } from '#components/data-table';
import { Figure, Figures } from '#components/figures';
import { accountsOf, activeWithin, lastDays, totals } from '#db/operator';
import { passwordResetMinutesMax } from '#db/password-resets';
import { database } from '../../database.ts';
import { OperatorFrame, Section } from '../frame.tsx';
import { count, date } from '../in-words.ts';
import styles from '../operator.module.css';
import { requireOwner, titleForOwner } from '../owner.ts';
import { ResetLink } from './reset-link.tsx';

export const generateMetadata = () => titleForOwner('Learners');

const daysShown = 14;
const accountsPerPage = 50;

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function LearnersPage({ searchParams }: Props) {
  await requireOwner();
  const db = database();
  const { accounts, guests } = await totals(db);
  const pages = Math.max(1, Math.ceil(accounts / accountsPerPage));
  const asked = Number((await searchParams).page ?? 1);
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  return (
    <OperatorFrame
      title="Learners"
      lede="How many, and whether they come back. What they wrote is not shown here."
      path="/operator/learners"
    >
      <Figures>
        <Figure label="Accounts">{count(accounts)}</Figure>
        <Figure label="Guests">{count(guests)}</Figure>
        <Figure label="Handed something in, 7 days">{count(await activeWithin(db, 7))}</Figure>
        <Figure label="Handed something in, 28 days">{count(await activeWithin(db, 28))}</Figure>
      </Figures>
      <Section id="days" title="Day by day" about="Days are counted in UTC.">
        <Days />
      </Section>
      <Section id="accounts" title="Accounts" about="Newest first.">
        <Accounts page={page} />
        {pages > 1 && (
          <nav aria-label="Pages of accounts" className={styles.pager}>
            {page > 1 && <PageLink page={page - 1}>Newer</PageLink>}
            <span>
              Page {page} of {pages}
            </span>
            {page < pages && <PageLink page={page + 1}>Older</PageLink>}
          </nav>
        )}
      </Section>
    </OperatorFrame>
  );
}

function PageLink({ page, children }: { page: number; children: string }) {
  return (
    <Link prefetch={false} href={`/operator/learners?page=${page}`}>
      {children}
    </Link>
  );
}

async function Days() {
  const days = await lastDays(database(), daysShown);
  return (
    <DataTable label="Day by day" columns={['Day', 'New accounts', 'Learners who handed in', 'Submissions', 'Passed']}>
      {days.map(({ day, accounts, active, attempts, passes }) => (
        <tr key={date(day)}>
          <th scope="row">{date(day)}</th>
          {[accounts, active, attempts, passes].map((value, index) => (
            <td key={index}>{count(value)}</td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}

async function Accounts({ page }: { page: number }) {
  const offset = (page - 1) * accountsPerPage;
  const accounts = await accountsOf(database(), { limit: accountsPerPage, offset });
  return (
    <DataTable label="Accounts" columns={['Email', 'Made', 'Last active', 'Exercises passed', 'Forgotten password']}>
      {accounts.map(({ id, email, role, createdAt, lastActiveAt, exercisesPassed }) => (
        <tr key={id}>
          <th scope="row">
            {email}
            {role === 'owner' && ' (owner)'}
          </th>
          <td>{date(createdAt)}</td>
          <td>{lastActiveAt ? date(lastActiveAt) : 'Never'}</td>
          <td>{count(exercisesPassed)}</td>
          <td>
            <ResetLink accountId={id} email={email} minutesMax={passwordResetMinutesMax} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
