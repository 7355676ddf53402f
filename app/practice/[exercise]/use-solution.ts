'use client';
import { useCallback, useState } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { apiCall, jsonRequest, type Problem } from '#lib/api-call';

const solutionSchema = z.object({
  files: z.record(z.string(), z.string()),
  alternatives: z.array(z.object({ name: z.string(), source: z.string() })),
  afterHtml: z.string(),
});
export type Solution = z.infer<typeof solutionSchema>;

export type SolutionState =
  | { status: 'unseen' }
  | { status: 'loading' }
  | { status: 'seen'; solution: Solution }
  | { status: 'refused'; problem: Problem };

/** The reference solution, once it may be seen. `giveUp` is what the learner has agreed to when they have not passed. */
export function useSolution(exercise: string): { state: SolutionState; load: (giveUp: boolean) => Promise<void> } {
  const [state, setState] = useState<SolutionState>({ status: 'unseen' });
  const load = useCallback(
    async (giveUp: boolean) => {
      setState((before) => (before.status === 'seen' ? before : { status: 'loading' }));
      const answer = await apiCall(
        solutionSchema,
        `/api/exercises/${exercise}/solution`,
        jsonRequest('POST', { giveUp }),
      );
      setState(answer.ok ? { status: 'seen', solution: answer.value } : { status: 'refused', problem: answer.problem });
    },
    [exercise],
  );
  return { state, load };
}
