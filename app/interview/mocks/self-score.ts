import type { SelfReview } from '#lib/mock';

/** The one formula behind every self-score of a mock. Pure, so that the report can show the reader what it did. */
export const selfScoreFormula = {
  marks: { met: 1, partly: 0.5, missed: 0 },
  /** What each red flag takes off. */
  eachFlag: 0.2,
} as const;

export type SelfScore = {
  /** From 0 to 1. */
  share: number;
  met: number;
  partly: number;
  missed: number;
  flags: number;
};

/** How a learner rates their own answer; null where there was no point to rate. */
export function selfScoreOf({ points, flags }: Pick<SelfReview, 'points' | 'flags'>): SelfScore | null {
  if (points.length === 0) return null;
  const count = (mark: SelfReview['points'][number]) => points.filter((each) => each === mark).length;
  const [met, partly, missed] = [count('met'), count('partly'), count('missed')];
  const raised = flags.filter(Boolean).length;
  const { marks, eachFlag } = selfScoreFormula;
  const earned = (met * marks.met + partly * marks.partly) / points.length;
  return { share: Math.max(0, earned - raised * eachFlag), met, partly, missed, flags: raised };
}

/** Several answers as one score: each weighs the minutes that its question is set at. Null without any. */
export function meanSelfScore(scores: readonly { share: number; minutes: number }[]): number | null {
  const minutes = scores.reduce((sum, each) => sum + each.minutes, 0);
  return minutes === 0 ? null : scores.reduce((sum, { share, minutes: weight }) => sum + share * weight, 0) / minutes;
}
