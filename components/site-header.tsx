import { AccountState } from './account-state.tsx';
import { NavLinks } from './nav-links.tsx';
import { SearchButton } from './search-button.tsx';
import styles from './site-header.module.css';
import { SiteMenu } from './site-menu.tsx';
import { ThemeToggle } from './theme-toggle.tsx';
import { Wordmark } from './wordmark.tsx';

/**
 * What stands in the menu folds away on a phone; the rest is always at hand. `searchVersion` leads to the index that
 * belongs to this build.
 */
export function SiteHeader({ searchVersion }: { searchVersion: string }) {
  return (
    <header className={styles.header} data-print="hide">
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      <div className={`page ${styles.inner}`}>
        <Wordmark />
        <SiteMenu>
          <nav aria-label="Main" className={styles.nav}>
            <NavLinks />
          </nav>
          <div className={styles.end}>
            <AccountState />
            <ThemeToggle />
          </div>
        </SiteMenu>
        <SearchButton version={searchVersion} />
      </div>
    </header>
  );
}
