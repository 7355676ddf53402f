import Link from 'next/link';
import styles from './wordmark.module.css';

/** A U that stands on a beam: what the name means, in two strokes. */
export function Wordmark() {
  return (
    <Link href="/" prefetch={false} className={styles.wordmark}>
      <svg viewBox="0 0 20 24" width="20" height="24" aria-hidden="true" focusable="false">
        <path d="M4 2v8.5a6 6 0 0 0 12 0V2" fill="none" stroke="currentColor" strokeWidth="3" />
        <path d="M1 21.5h18" className={styles.beam} strokeWidth="3" />
      </svg>
      Underpin
    </Link>
  );
}
