import type { ReactNode } from 'react';
import styles from './state-block.module.css';

/** Where something cannot work with scripting off: says so in its place, and what works all the same. */
export function WithoutScripts({ children }: { children: ReactNode }) {
  return (
    <noscript>
      <p className={`${styles.state} ${styles.withoutScripts}`} data-kind="offline">
        {children}
      </p>
    </noscript>
  );
}
