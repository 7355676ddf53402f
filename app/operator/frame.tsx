import type { ReactNode } from 'react';
import Link from 'next/link';
import { PageHeader } from '#components/page-header';
import { openReportCount } from '#db/reports';
import { database } from '../database.ts';
import styles from './operator.module.css';

const pages = [
  { href: '/operator', label: 'Health and load' },
  { href: '/operator/learners', label: 'Learners' },
  { href: '/operator/exercises', label: 'Exercises' },
  { href: '/operator/reports', label: 'Reports' },
] as const;

/** What the operator's pages have in common. Call `requireOwner` before it. */
export async function OperatorFrame({
  title,
  lede,
  path,
  children,
}: {
  title: string;
  lede?: string;
  path: (typeof pages)[number]['href'];
  children: ReactNode;
}) {
  const open = await openReportCount(database());
  return (
    <div className="page">
      <PageHeader title={title} {...(lede && { lede })} />
      <nav aria-label="Operator">
        <ul role="list" className={styles.pages}>
          {pages.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} prefetch={false} aria-current={href === path ? 'page' : undefined}>
                {label}
                {href === '/operator/reports' && open > 0 && ` (${open} open)`}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}

export function Section({
  id,
  title,
  about,
  children,
}: {
  id: string;
  title: string;
  about?: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about && <p className={styles.about}>{about}</p>}
      {children}
    </section>
  );
}
