import { AccountState } from './account-state.tsx';
import { NavLinks } from './nav-links.tsx';
import styles from './site-header.module.css';
import { ThemeToggle } from './theme-toggle.tsx';
import { Wordmark } from './wordmark.tsx';

export function SiteHeader() {
  return (
    <header className={styles.header} data-print="hide">
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      <div className={`page ${styles.inner}`}>
        <Wordmark />
        <nav aria-label="Main" className={styles.nav}>
          <NavLinks />
        </nav>
        <div className={styles.end}>
          <AccountState />
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
}
