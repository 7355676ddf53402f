import type { ReactNode } from 'react';
import styles from './state-block.module.css';
import { WithoutScripts } from './without-scripts.tsx';

type Props = {
  /** One short sentence: what is the case. */
  title: string;
  /** Why, and what to do about it. */
  children?: ReactNode;
  /** The way on: a button or a link, two at most. */
  action?: ReactNode;
};

/** Where a list or a table would stand if there were anything in it: says what will appear here, and how to begin. */
export function EmptyState(props: Props) {
  return <StateBlock kind="empty" {...props} />;
}

/**
 * Where something was to be and could not be shown. It says what happened and what to try; `announce` when it takes
 * the place of something the reader waited for, so that a screen reader hears it too.
 */
export function ErrorState({ announce = false, ...props }: Props & { announce?: boolean }) {
  return <StateBlock kind="error" {...props} role={announce ? 'alert' : undefined} />;
}

/** Where the server could not be reached: what still works, and that nothing is lost. */
export function OfflineState(props: Props) {
  return <StateBlock kind="offline" {...props} role="status" />;
}

type LoadingProps = {
  title: string;
  lines?: number;
  /** What works all the same where scripting is off and nothing ever comes. */
  withoutScripts?: ReactNode;
};

/** While an answer is awaited. `lines` keeps the room of what is to come, so that nothing jumps when it does. */
export function LoadingState({ title, lines = 0, withoutScripts }: LoadingProps) {
  return (
    <div className={styles.loading} aria-busy="true">
      <WithoutScripts>JavaScript is off, and what belongs here needs it. {withoutScripts}</WithoutScripts>
      <p role="status" className={styles.waiting}>
        {title}
      </p>
      {lines > 0 && (
        <div className={styles.lines} aria-hidden="true">
          {Array.from({ length: lines }, (_, index) => (
            <span key={index} />
          ))}
        </div>
      )}
    </div>
  );
}

function StateBlock({
  kind,
  title,
  children,
  action,
  role,
}: Props & { kind: 'empty' | 'error' | 'offline'; role?: 'alert' | 'status' | undefined }) {
  return (
    <div className={styles.state} data-kind={kind} role={role}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
