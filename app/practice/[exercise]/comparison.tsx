'use client';
import { useMemo } from 'react';
import { DiffView } from './diff-view.tsx';
import { diffRows, diffSummary } from './diff-rows.ts';
import styles from './history.module.css';

type Props = { before: string; then: string; after: string; now: string };

/** Two texts compared, with how much differs said first. */
export function Comparison({ before, then, after, now }: Props) {
  const rows = useMemo(() => diffRows(then, now), [then, now]);
  return (
    <>
      <p className={styles.head}>{diffSummary(rows)} here, compared with the server.</p>
      <DiffView rows={rows} before={before} after={after} />
    </>
  );
}
