import { assumeMe } from '#components/me';
import { tellServer } from '#components/tell-server';
import type { ReviewRating } from '#lib/review-schedule';

const underWay = new Map<string, Promise<unknown>>();

/** Tells the server how well a question was known, now or when it can be reached; of one question in their order. */
export function rateQuestion(question: string, rating: ReviewRating, reps: number): Promise<void> {
  const sent = (underWay.get(question) ?? Promise.resolve()).then(async () => {
    const result = await tellServer({ kind: 'rating', question, rating, reps });
    if (result === 'stored') return;
    assumeMe((me) => ({
      ...me,
      due: Math.max(0, me.due - 1),
      dueByKind: { ...me.dueByKind, question: Math.max(0, me.dueByKind.question - 1) },
    }));
  });
  underWay.set(
    question,
    sent.catch(() => undefined),
  );
  return sent;
}
