'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './site-header.module.css';

const places = [
  { href: '/learn', label: 'Learn' },
  { href: '/practice', label: 'Practice' },
  { href: '/interview', label: 'Interview' },
  { href: '/progress', label: 'Progress' },
] as const;

/** Marks the section one is in, also on the pages below it. */
export function NavLinks() {
  const pathname = usePathname();
  return (
    <ul role="list" className={styles.links}>
      {places.map(({ href, label }) => (
        <li key={href}>
          <Link href={href} prefetch={false} className={styles.link} aria-current={current(pathname, href)}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function current(pathname: string, href: string): 'page' | 'true' | undefined {
  if (pathname === href) return 'page';
  return pathname.startsWith(`${href}/`) ? 'true' : undefined;
}
