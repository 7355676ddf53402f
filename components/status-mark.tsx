import styles from './status-mark.module.css';

export type Status = 'open' | 'attempted' | 'done';

const defaultWords: Record<Status, string> = { open: 'Not started', attempted: 'Begun', done: 'Done' };

/** Three states told apart by shape, not by colour alone. `words` is what screen readers hear. */
export function StatusMark({ status, words = defaultWords[status] }: { status: Status; words?: string }) {
  return (
    <span className={styles.mark} data-status={status}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {status === 'done' ? (
          <>
            <circle cx="8" cy="8" r="7" fill="currentColor" />
            <path d="m4.8 8.2 2.2 2.2 4.2-4.6" fill="none" className={styles.tick} strokeWidth="1.75" />
          </>
        ) : (
          <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        )}
        {status === 'attempted' && <path d="M8 4.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor" />}
      </svg>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
