'use client';
import { useCallback, useState } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { apiCall, jsonRequest, type Problem } from '#lib/api-call';

const findingsSchema = z.object({
  kind: z.literal('review'),
  findings: z.array(
    z.object({
      id: z.string(),
      defect: z.string(),
      lines: z.array(z.object({ from: z.number(), to: z.number() })),
      severity: z.enum(['major', 'minor']),
      explanation: z.string(),
    }),
  ),
});
const modelSchema = z.object({
  kind: z.literal('write'),
  model: z.array(z.object({ id: z.string(), html: z.string() })),
  criteria: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      good: z.string(),
      levels: z.array(z.object({ points: z.number(), text: z.string() })),
    }),
  ),
});
const shownSchema = z.object({
  afterHtml: z.string(),
  answers: z.discriminatedUnion('kind', [findingsSchema, modelSchema]).nullable(),
});

export type Shown = z.infer<typeof shownSchema>;
export type Finding = z.infer<typeof findingsSchema>['findings'][number];
export type Criterion = z.infer<typeof modelSchema>['criteria'][number];

export type ShownState =
  { status: 'unseen' | 'loading' } | { status: 'seen'; shown: Shown } | { status: 'refused'; problem: Problem };

/** The findings of a review, the model of a text and the notes: once passed, or once the learner has asked for them. */
export function useShownAnswers(exercise: string): { state: ShownState; load: (giveUp: boolean) => Promise<void> } {
  const [state, setState] = useState<ShownState>({ status: 'unseen' });
  const load = useCallback(
    async (giveUp: boolean) => {
      setState((before) => (before.status === 'seen' ? before : { status: 'loading' }));
      const path = `/api/exercises/${exercise}/solution`;
      const answer = await apiCall(shownSchema, path, jsonRequest('POST', { giveUp }));
      if (answer.ok) return setState({ status: 'seen', shown: answer.value });
      // What was shown stays shown, whatever becomes of a later request.
      setState((before) => (before.status === 'seen' ? before : { status: 'refused', problem: answer.problem }));
    },
    [exercise],
  );
  return { state, load };
}
