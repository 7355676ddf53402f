import styles from './account.module.css';
import type { Flash } from './flash.ts';

/** What came of the form that led to this page. */
export function Said({ flash }: { flash: Flash | null }) {
  if (!flash?.said) return null;
  return (
    <p role="status" className={styles.note}>
      {flash.said}
    </p>
  );
}
