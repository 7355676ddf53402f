import Link from 'next/link';
import { OperatorLink } from './operator-link.tsx';
import styles from './site-footer.module.css';

export function SiteFooter() {
  return (
    <footer className={styles.footer} data-print="hide">
      <div className={`page ${styles.inner}`}>
        <p>
          Underpin is open source under the MIT licence and runs on your own machine. Your work stays on this server.
        </p>
        <nav aria-label="Footer">
          <ul role="list" className={styles.links}>
            <li>
              <Link prefetch={false} href="/learn">
                Learn
              </Link>
            </li>
            <li>
              <Link prefetch={false} href="/practice">
                Practice
              </Link>
            </li>
            <li>
              <Link prefetch={false} href="/interview">
                Interview
              </Link>
            </li>
            <li>
              <Link prefetch={false} href="/progress">
                Progress
              </Link>
            </li>
            <li>
              <Link prefetch={false} href="/account">
                Account
              </Link>
            </li>
            <OperatorLink />
          </ul>
        </nav>
      </div>
    </footer>
  );
}
