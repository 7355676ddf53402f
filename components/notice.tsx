import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A page that is there to say one thing: not found, an error, nothing yet. */
export function Notice({ title, code, children }: { title: string; code?: string; children: ReactNode }) {
  return (
    <div className={`page ${styles.notice}`}>
      {code && (
        <p className={styles.code} data-numeric="">
          {code}
        </p>
      )}
      <h1>{title}</h1>
      <div className={styles.text}>{children}</div>
    </div>
  );
}
