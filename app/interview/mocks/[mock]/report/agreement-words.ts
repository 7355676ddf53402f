import { plural } from '#components/labels';
import { agreementBounds, type SkillAgreement } from '../../agreement.ts';

/** What a gap means, and how much it rests on. */
export function agreementWords({ verdict, gap, isThin, answers, items, trend }: SkillAgreement): string {
  if (gap === null || verdict === 'unknown')
    return 'Nothing was graded in this skill yet, so there is nothing to compare.';
  const points = Math.abs(Math.round(gap * 100));
  const meaning = {
    agrees: 'About the same.',
    higher: `You rate yourself ${points} points above what was graded. Mark your next answers more strictly, or solve exercises of this skill.`,
    lower: `You rate yourself ${points} points below what was graded. You can do more than you say; practise saying it.`,
  }[verdict];
  const base = `${plural(answers, 'answer')}, ${plural(items, 'graded item')}`;
  const thin = isThin ? ` Too little to conclude from: ${base}.` : ` From ${base}.`;
  return `${meaning}${thin}${trend ? ` ${trendWords(trend)}` : ''}`;
}

function trendWords({ before, after }: NonNullable<SkillAgreement['trend']>): string {
  const [from, to] = [pointsWords(before), pointsWords(after)];
  const nearer = Math.abs(before) - Math.abs(after);
  if (Math.abs(nearer) < agreementBounds.sameWithin / 3) return `It has stayed at about ${to} points.`;
  return `From your earlier to your later answers it went from ${from} to ${to} points, ${nearer > 0 ? 'nearer to' : 'further from'} what was graded.`;
}

/** A difference of shares in points, with its sign. */
export function pointsWords(gap: number): string {
  const points = Math.round(gap * 100);
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `\u2212${-points}`;
}
