import { scoreOf, type Evidence, type Material } from '../../progress/readiness.ts';
import type { GradedSkill } from './agreement.ts';

/**
 * What was graded in each skill: minutes shown of the minutes tried. Readiness divides by all there is, which says how
 * much of the ground is covered; beside a rating of one's own it has to be how well it went where something was tried.
 */
export function gradedSkills(material: readonly Material[], evidence: Evidence): GradedSkill[] {
  const sums = new Map<string, { earned: number; tried: number; items: number }>();
  for (const item of material) {
    if (!isTried(item, evidence)) continue;
    for (const skill of item.skills) {
      const sum = sums.get(skill) ?? { earned: 0, tried: 0, items: 0 };
      sums.set(skill, {
        earned: sum.earned + item.minutes * scoreOf(item, evidence),
        tried: sum.tried + item.minutes,
        items: sum.items + 1,
      });
    }
  }
  return [...sums].map(([skill, { earned, tried, items }]) => ({ skill, share: earned / tried, items }));
}

/** An exercise that was only opened, or whose hints were read, has nothing graded about it. */
function isTried({ type, id }: Material, { exercises, questions }: Evidence): boolean {
  if (type === 'question') return questions[id] !== undefined;
  const exercise = exercises[id];
  return exercise !== undefined && (exercise.passed || exercise.failuresBeforePass > 0);
}
