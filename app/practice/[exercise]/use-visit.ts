'use client';
import { useEffect } from 'react';
import { jsonRequest } from '#lib/api-call';

/** Remembers that the exercise was opened, for a learner who is known. It makes nobody a guest, and losing one is no harm. */
export function useVisit(exercise: string): void {
  useEffect(() => {
    void fetch('/api/visits', jsonRequest('POST', { kind: 'exercise', id: exercise })).catch(() => undefined);
  }, [exercise]);
}
