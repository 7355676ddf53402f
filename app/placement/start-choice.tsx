'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/button';
import { problemWords } from '#components/grading-words';
import { levelLabels, type Level } from '#components/labels';
import { apiFetch, jsonRequest } from '#lib/api-call';
import styles from './placement.module.css';

/** Begins the questions, or picks a level by hand. */
export function StartChoice({ isAgain }: { isAgain: boolean }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function start(level: Level | null) {
    if (busy) return;
    setBusy(true);
    setProblem('');
    const answer = await apiFetch('/api/placement', jsonRequest('POST', { level }));
    setBusy(false);
    if (!answer.ok) return setProblem(Object.values(problemWords(answer.problem)).join('. '));
    router.refresh();
    document.getElementById('main')?.focus();
  }

  return (
    <div className={styles.ways}>
      <div>
        <h3>Answer questions</h3>
        <p>
          At most fifteen, from junior upwards. Three right of four lead to the next level; what you miss tells where to
          start. Your answers count nowhere else.
        </p>
        <Button variant={isAgain ? 'secondary' : 'primary'} aria-disabled={busy} onClick={() => void start(null)}>
          {isAgain ? 'Take the questions again' : 'Begin the questions'}
        </Button>
      </div>
      <div>
        <h3>Pick a level</h3>
        <p>You know where you stand. Lessons below that level are left out of what is recommended.</p>
        <p className={styles.levels}>
          {(Object.keys(levelLabels) as Level[]).map((level) => (
            <Button key={level} aria-disabled={busy} onClick={() => void start(level)}>
              {levelLabels[level]}
            </Button>
          ))}
        </p>
      </div>
      <p role="status">{problem}</p>
    </div>
  );
}
