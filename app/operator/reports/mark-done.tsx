'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '#components/button';
import { apiFetch, jsonRequest } from '#lib/api-call';

/** Marks a report as done or opens it again; the list is then asked for anew. */
export function MarkDone({ id, title, done }: { id: string; title: string; done: boolean }) {
  const router = useRouter();
  const [refreshing, startTransition] = useTransition();
  const [problem, setProblem] = useState('');

  async function mark() {
    setProblem('');
    const answer = await apiFetch(`/api/operator/reports/${id}`, jsonRequest('PUT', { done: !done }));
    if (answer.ok) startTransition(() => router.refresh());
    else setProblem(answer.problem.detail || 'The server cannot be reached. Nothing was changed; try again.');
  }

  return (
    <>
      <Button aria-disabled={refreshing} onClick={() => void (refreshing ? undefined : mark())}>
        {done ? 'Open again' : 'Mark as done'}
        <span className="visually-hidden">: {title}</span>
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
