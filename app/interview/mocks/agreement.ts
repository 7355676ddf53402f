import { meanSelfScore } from './self-score.ts';

/** A written answer that its writer has rated, in the skill of its question. */
export type SelfRated = { skill: string; share: number; minutes: number; at: number };

/** What was graded by a machine in a skill: `share` of the minutes tried, never of all there is. */
export type GradedSkill = { skill: string; share: number; items: number };

export type SkillAgreement = {
  skill: string;
  self: number;
  answers: number;
  graded: number | null;
  items: number;
  /** Self-score less graded share; null where one of them is missing. */
  gap: number | null;
  /** Too few answers or graded items to say anything of the gap. */
  isThin: boolean;
  verdict: 'agrees' | 'higher' | 'lower' | 'unknown';
  /** The gap with the first half of the answers and with the second; null with fewer than four. */
  trend: { before: number; after: number } | null;
};

export const agreementBounds = {
  /** Scores this close are the same: neither is more exact than that. */
  sameWithin: 0.15,
  answersMin: 3,
  itemsMin: 5,
  trendAnswersMin: 4,
} as const;

/**
 * How far what learners think of their written answers is from what was graded in the same skill. They are measures of
 * different things, so a gap says where to look, not who is right.
 */
export function agreementBySkill(rated: readonly SelfRated[], graded: readonly GradedSkill[]): SkillAgreement[] {
  const bySkill = Map.groupBy(rated, ({ skill }) => skill);
  return [...bySkill]
    .map(([skill, answers]) => ofSkill(skill, answers, graded.find((each) => each.skill === skill) ?? null))
    .toSorted((a, b) => Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0) || a.skill.localeCompare(b.skill));
}

function ofSkill(skill: string, answers: readonly SelfRated[], graded: GradedSkill | null): SkillAgreement {
  const { sameWithin, answersMin, itemsMin } = agreementBounds;
  const self = meanSelfScore(answers) ?? 0;
  const items = graded?.items ?? 0;
  const share = graded && items > 0 ? graded.share : null;
  const gap = share === null ? null : self - share;
  const isThin = gap === null || answers.length < answersMin || items < itemsMin;
  return {
    skill,
    self,
    answers: answers.length,
    graded: share,
    items,
    gap,
    isThin,
    // A hair is lost where shares are sums of tenths.
    verdict: gap === null ? 'unknown' : Math.abs(gap) <= sameWithin + 1e-9 ? 'agrees' : gap > 0 ? 'higher' : 'lower',
    trend: share === null ? null : trendOf(answers, share),
  };
}

function trendOf(answers: readonly SelfRated[], share: number): SkillAgreement['trend'] {
  if (answers.length < agreementBounds.trendAnswersMin) return null;
  const inOrder = answers.toSorted((a, b) => a.at - b.at);
  const middle = Math.floor(inOrder.length / 2);
  const before = meanSelfScore(inOrder.slice(0, middle));
  const after = meanSelfScore(inOrder.slice(middle));
  return before === null || after === null ? null : { before: before - share, after: after - share };
}

/** One mock in which both were there: what was rated and what was graded on the same day. */
export type MockPair = { id: string; at: number; self: number | null; machine: number | null };

/** The mocks that say something, the oldest first, each with the gap where it has both sides. */
export function agreementOverTime(pairs: readonly MockPair[]): (MockPair & { gap: number | null })[] {
  return pairs
    .filter(({ self, machine }) => self !== null || machine !== null)
    .toSorted((a, b) => a.at - b.at)
    .map((pair) => ({ ...pair, gap: pair.self === null || pair.machine === null ? null : pair.self - pair.machine }));
}
