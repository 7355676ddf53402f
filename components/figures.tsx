import type { ReactNode } from 'react';
import styles from './figures.module.css';

/** The few numbers that a page is about, large and side by side. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}

export function Figure({ label, of, children }: { label: string; of?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd data-numeric="">
        {children}
        {of !== undefined && <span> of {of}</span>}
      </dd>
    </div>
  );
}
