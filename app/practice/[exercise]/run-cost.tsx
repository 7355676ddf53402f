'use client';
import { useEffect, useState } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { durationWords } from '#components/grading-words';
import { apiCall } from '#lib/api-call';
import type { Verdict } from '#lib/verdict';
import styles from './workbench.module.css';

const costSchema = z.object({ durationMs: z.number(), memoryKb: z.number().nullable() });
const answerSchema = z.object({ reference: costSchema.nullable() });

export type Cost = z.infer<typeof costSchema>;
type Passed = Extract<Verdict, { status: 'passed' }>;

/** What the learner's run took beside what the reference takes. Stays away where that is not known. */
export function RunCost({ exercise, fileName, verdict }: { exercise: string; fileName: string; verdict: Passed }) {
  const [reference, setReference] = useState<Cost | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const path = `/api/exercises/${exercise}/reference?file=${encodeURIComponent(fileName)}`;
    apiCall(answerSchema, path, { signal: left.signal }).then(
      (answer) => setReference(answer.ok ? answer.value.reference : null),
      // Aborted because the page was left.
      () => undefined,
    );
    return () => left.abort();
  }, [exercise, fileName]);
  return reference && <CostWords own={{ ...verdict, memoryKb: verdict.memoryKb ?? null }} reference={reference} />;
}

export function CostWords({ own, reference }: { own: Cost; reference: Cost }) {
  const memory = own.memoryKb !== null && reference.memoryKb !== null;
  return (
    <div className={styles.cost}>
      <table>
        <caption className="visually-hidden">What your run took, and what the reference takes</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Your run</th>
            <th scope="col">Reference</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Time for all tests</th>
            <td>{durationWords(own.durationMs)}</td>
            <td>{durationWords(reference.durationMs)}</td>
          </tr>
          {memory && (
            <tr>
              <th scope="row">Memory at most</th>
              <td>{memoryWords(own.memoryKb ?? 0)}</td>
              <td>{memoryWords(reference.memoryKb ?? 0)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p>
        Both measured on this server, loading included. The same code differs by some milliseconds from run to run, so
        only a difference of several times says something about it.
      </p>
    </div>
  );
}

function memoryWords(memoryKb: number): string {
  return `${(memoryKb / 1024).toFixed(1)} MB`;
}
