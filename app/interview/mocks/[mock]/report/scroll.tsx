import type { ReactNode } from 'react';
import styles from './report.module.css';

/** What is wider than a phone scrolls by itself, and by keyboard too. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.scroll} role="group" aria-label={`${label}, scrolls sideways`} tabIndex={0}>
      {children}
    </div>
  );
}
