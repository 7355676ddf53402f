'use client';
import { useEffect, useEffectEvent } from 'react';
import { Button } from '#components/button';
import type { GradingMode } from '#lib/verdict';
import { usePlatform } from './platform.ts';
import styles from './workbench.module.css';

type Props = { busy: boolean; passedAt: string | null; onStart: (mode: GradingMode) => void };

/** Run and Submit, always in sight and on two keys that work wherever the focus is. */
export function ActionBar({ busy, passedAt, onStart }: Props) {
  const command = usePlatform() === 'apple' ? '⌘' : 'Ctrl';
  useGradingKeys(onStart);
  return (
    <div className={styles.actions} data-needs-scripts="">
      <p className={styles.passedAt}>{passedAt && `You passed this on ${new Date(passedAt).toLocaleDateString()}.`}</p>
      <Button aria-disabled={busy} aria-keyshortcuts="Control+Enter Meta+Enter" onClick={() => onStart('run')}>
        Run <kbd>{command} ↵</kbd>
      </Button>
      <Button
        variant="primary"
        aria-disabled={busy}
        aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
        onClick={() => onStart('submit')}
      >
        Submit <kbd>{command} ⇧ ↵</kbd>
      </Button>
    </div>
  );
}

/** Caught on the way down, before Monaco makes a new line of it. */
function useGradingKeys(onStart: (mode: GradingMode) => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    // The request console sends with the key that runs the tests elsewhere.
    if (!event.shiftKey && event.target instanceof Element && event.target.closest('[data-own-enter]')) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) onStart(event.shiftKey ? 'submit' : 'run');
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener, { capture: true });
    return () => removeEventListener('keydown', listener, { capture: true });
  }, []);
}
