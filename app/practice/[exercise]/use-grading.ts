'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { gradingAfter, idleGrading, type Grading } from '#lib/grading-state';
import type { GradingMode, LearnerFiles } from '#lib/verdict';

export type GradingControls = {
  grading: Grading;
  start: (mode: GradingMode, files: LearnerFiles) => Promise<void>;
  stop: () => void;
};

/** Grades one exercise at a time; a start while one is running is ignored. */
export function useGrading(exercise: string): GradingControls {
  const [grading, setGrading] = useState<Grading>(idleGrading);
  const running = useRef<AbortController | null>(null);

  const start = useCallback(
    async (mode: GradingMode, files: LearnerFiles) => {
      if (running.current) return;
      const abort = new AbortController();
      running.current = abort;
      setGrading((before) => ({ ...idleGrading, mode, count: before.count + 1, phase: { name: 'sending' } }));
      try {
        // Loaded with the first run, so that reading a page does not pay for checking events.
        const { gradingUpdates } = await import('#lib/grading-stream');
        for await (const update of gradingUpdates({ exercise, files, mode }, abort.signal)) {
          setGrading((before) => gradingAfter(before, update));
        }
      } catch (cause) {
        const phase = abort.signal.aborted ? stopped : failedToLoad(cause);
        setGrading((before) => ({ ...before, phase }));
      } finally {
        running.current = null;
      }
    },
    [exercise],
  );

  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  return { grading, start, stop };
}

const stopped = { name: 'stopped' } as const;

/** The one thing left to go wrong is fetching the code above, which a dead connection does. */
function failedToLoad(cause: unknown): Grading['phase'] {
  console.error('Grading could not be started.', cause);
  return { name: 'refused', problem: { code: 'offline', status: 0, detail: '', retryAfterMs: null, body: undefined } };
}
