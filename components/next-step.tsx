import type { Skill } from './labels.tsx';
import type { ExerciseProgress, Me } from './me.tsx';

/** `needs` are ids of lessons to read first; `skills` are what an exercise practises. */
export type Step = {
  kind: 'lesson' | 'exercise';
  id: string;
  title: string;
  path: string;
  needs?: string[];
  skills?: Skill[];
};

/** As much of it as is looked at here: times may be those of the server or of an answer of its. */
export type Progress = Pick<Me, 'lastVisited'> & {
  lessons: Record<string, { doneAt: unknown }>;
  exercises: Record<string, Pick<ExerciseProgress, 'status' | 'attempts' | 'hintsUsed' | 'solutionSeen'>>;
  selfScores?: Record<string, unknown>;
};

/** Why this step and no other; the page says it in words. */
export type Because =
  | { kind: 'first' }
  | { kind: 'begun' }
  | { kind: 'after'; title: string }
  | { kind: 'needed-for'; title: string }
  | { kind: 'weak-skill'; skill: Skill; firstTryCount: number; triedCount: number }
  | { kind: 'open' };

export type Recommendation = { reason: 'start' | 'continue' | 'next'; step: Step; because: Because };

/**
 * What to do now and why, `steps` being everything in teaching order; null when everything is done. In this order:
 * finish what is open before you; where a lesson ends, first practise the skill that goes badly; then what comes next, or
 * the lesson that it needs. Nothing is locked; this is a recommendation.
 */
export function recommend(steps: readonly Step[], me: Progress | null): Recommendation | null {
  const last = me?.lastVisited
    ? steps.findIndex(({ kind, id }) => kind === me.lastVisited?.kind && id === me.lastVisited.id)
    : -1;
  const isOpen = (step: Step) => !isDone(step, me);
  const lastStep = steps[last];
  if (lastStep && isOpen(lastStep)) return { reason: 'continue', step: lastStep, because: { kind: 'begun' } };

  const following = steps.slice(last + 1).find(isOpen);
  const step = following ?? steps.find(isOpen);
  if (!step) return null;
  if (step === steps[0] && last === -1) return { reason: 'start', step, because: { kind: 'first' } };

  const weak = me && step.kind === 'lesson' ? weakestSkill(steps, me) : null;
  const practice = weak && steps.find((other) => other.skills?.includes(weak.skill) && isOpen(other));
  if (practice) return { reason: 'next', step: practice, because: { kind: 'weak-skill', ...weak } };

  const needed = firstOpenNeed(step, steps, isOpen);
  if (needed) return { reason: 'next', step: needed, because: { kind: 'needed-for', title: step.title } };
  const because: Because = lastStep && step === following ? { kind: 'after', title: lastStep.title } : { kind: 'open' };
  return { reason: 'next', step, because };
}

/** A lesson that was marked, an exercise that was passed, a text that was scored. */
export function isDone({ kind, id }: Step, me: Progress | null): boolean {
  if (kind === 'lesson') return Boolean(me?.lessons[id]?.doneAt);
  // A text is never graded, so there is nothing to pass: scoring it is the end of it.
  return me?.exercises[id]?.status === 'passed' || me?.selfScores?.[id] !== undefined;
}

/** Goes back to where the chain of what is needed begins; `seen` guards against lessons that need one another. */
function firstOpenNeed(
  step: Step,
  steps: readonly Step[],
  isOpen: (step: Step) => boolean,
  seen = new Set<Step>([step]),
): Step | null {
  for (const id of step.needs ?? []) {
    const need = steps.find((other) => other.kind === 'lesson' && other.id === id);
    if (!need || seen.has(need) || !isOpen(need)) continue;
    seen.add(need);
    return firstOpenNeed(need, steps, isOpen, seen) ?? need;
  }
  return null;
}

/** One bad day is no weakness: a skill counts from two exercises on, and is weak when most did not pass at once. */
const triedCountMin = 2;
const firstTryShareMin = 0.5;

function weakestSkill(
  steps: readonly Step[],
  me: Progress,
): { skill: Skill; firstTryCount: number; triedCount: number } | null {
  const counts = new Map<Skill, { firstTryCount: number; triedCount: number }>();
  for (const { kind, id, skills = [] } of steps) {
    const progress = kind === 'exercise' ? me.exercises[id] : undefined;
    if (!progress || progress.attempts === 0) continue;
    const { status, attempts, hintsUsed, solutionSeen } = progress;
    const firstTry = status === 'passed' && attempts === 1 && hintsUsed === 0 && !solutionSeen;
    for (const skill of skills) {
      const before = counts.get(skill) ?? { firstTryCount: 0, triedCount: 0 };
      counts.set(skill, {
        firstTryCount: before.firstTryCount + (firstTry ? 1 : 0),
        triedCount: before.triedCount + 1,
      });
    }
  }
  const [weakest] = [...counts]
    .map(([skill, count]) => ({ skill, ...count, share: count.firstTryCount / count.triedCount }))
    .filter(({ triedCount, share }) => triedCount >= triedCountMin && share < firstTryShareMin)
    .toSorted((a, b) => a.share - b.share || b.triedCount - a.triedCount);
  if (!weakest) return null;
  const { skill, firstTryCount, triedCount } = weakest;
  return { skill, firstTryCount, triedCount };
}
