import { assumeMe } from '#components/me';
import { tellServer } from '#components/tell-server';
import type { ReviewRating } from '#lib/review-schedule';

let last: Promise<unknown> = Promise.resolve();

/** Tells the server how well a question was known, one after another, now or when it can be reached. */
export function rateQuestion(question: string, rating: ReviewRating, reps: number): Promise<void> {
  const sent = last.then(async () => {
    const result = await tellServer({ kind: 'rating', question, rating, reps });
    if (result === 'stored') return;
    assumeMe((me) => ({
      ...me,
      due: Math.max(0, me.due - 1),
      dueByKind: { ...me.dueByKind, question: Math.max(0, me.dueByKind.question - 1) },
    }));
  });
  last = sent.catch(() => undefined);
  return sent;
}
