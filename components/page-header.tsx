import type { ReactNode } from 'react';
import styles from './page-header.module.css';

/** Title, one sentence, and whatever belongs beside them. */
export function PageHeader({ title, lede, children }: { title: string; lede?: string; children?: ReactNode }) {
  return (
    <header className={styles.header}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {lede && <p className={styles.lede}>{lede}</p>}
      </div>
      {children && <div className={styles.beside}>{children}</div>}
    </header>
  );
}
