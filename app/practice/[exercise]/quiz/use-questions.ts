'use client';
import { useCallback, useState } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { quizDrawSchema } from '#lib/answers';
import { apiCall, jsonRequest, type Problem } from '#lib/api-call';

const askedSchema = z.object({
  draw: quizDrawSchema,
  questions: z.array(
    z.object({ id: z.string(), questionHtml: z.string(), several: z.boolean(), options: z.array(z.string()) }),
  ),
});
export type Asked = z.infer<typeof askedSchema>;
export type AskedQuestion = Asked['questions'][number];

export type QuestionsState =
  { status: 'unasked' | 'loading' } | { status: 'asked'; asked: Asked } | { status: 'refused'; problem: Problem };

type Questions = {
  state: QuestionsState;
  /** Those of the present attempt, which the server chooses; or those of a submission, to see its result again. */
  ask: (submission?: string) => Promise<Asked | null>;
};

/** What is shown stays until the answer is here. */
export function useQuestions(exercise: string): Questions {
  const [state, setState] = useState<QuestionsState>({ status: 'unasked' });
  const ask = useCallback(
    async (submission?: string) => {
      setState((before) => (before.status === 'asked' ? before : { status: 'loading' }));
      const answer = await apiCall(
        askedSchema,
        `/api/exercises/${exercise}/questions`,
        jsonRequest('POST', { submission }),
      );
      setState(answer.ok ? { status: 'asked', asked: answer.value } : { status: 'refused', problem: answer.problem });
      return answer.ok ? answer.value : null;
    },
    [exercise],
  );
  return { state, ask };
}
