'use client';
import { useState } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { Button } from '#components/button';
import { problemWords } from '#components/grading-words';
import { useMe } from '#components/me';
import { Prose } from '#components/prose';
import { apiCall, jsonRequest, type Problem } from '#lib/api-call';
import styles from './workbench.module.css';

const hintSchema = z.object({ number: z.number(), html: z.string(), total: z.number() });

/** One hint at a time; those taken on an earlier visit come back together. */
export function Hints({ exercise, hintCount }: { exercise: string; hintCount: number }) {
  const me = useMe();
  const [hints, setHints] = useState<string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const taken = me.status === 'ready' ? (me.me.exercises[exercise]?.hintsUsed ?? 0) : 0;
  const upTo = Math.max(hints.length + 1, Math.min(taken, hintCount));

  async function take() {
    setBusy(true);
    setProblem(null);
    for (let number = hints.length + 1; number <= upTo; number++) {
      const answer = await apiCall(hintSchema, `/api/exercises/${exercise}/hints`, jsonRequest('POST', { number }));
      if (!answer.ok) {
        setProblem(answer.problem);
        break;
      }
      setHints((before) => [...before, answer.value.html]);
    }
    setBusy(false);
  }

  if (hintCount === 0) return null;
  return (
    <div className={styles.hints}>
      <ol className={styles.hintList} aria-live="polite">
        {hints.map((html, index) => (
          <li key={index}>
            <h3>
              Hint {index + 1} of {hintCount}
            </h3>
            <Prose html={html} size="compact" />
          </li>
        ))}
      </ol>
      {problem && <p role="alert">{Object.values(problemWords(problem)).join('. ')}</p>}
      {hints.length < hintCount && (
        <Button aria-disabled={busy} onClick={() => void (busy ? undefined : take())}>
          {upTo > hints.length + 1
            ? `Show the ${upTo} hints you have taken`
            : `Show hint ${hints.length + 1} of ${hintCount}`}
        </Button>
      )}
    </div>
  );
}
