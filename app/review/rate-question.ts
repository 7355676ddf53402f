import { assumeMe, isHere } from '#components/me';
import { tellServer } from '#components/tell-server';
import type { ReviewRating } from '#lib/review-schedule';

const underWay = new Map<string, Promise<unknown>>();

type Rated = { question: string; rating: ReviewRating; reps: number };

/** Tells the server how well `owner` knew a question, now or when it can be reached; of one question in their order. */
export function rateQuestion({ question, rating, reps }: Rated, owner: string): Promise<void> {
  const sent = (underWay.get(question) ?? Promise.resolve()).then(async () => {
    const result = await tellServer({ kind: 'rating', question, rating, reps }, owner);
    if (result === 'stored' || !isHere(owner)) return;
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
