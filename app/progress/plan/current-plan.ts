import { tracks } from '#content/load';
import type { Db } from '#db/client';
import { goalOf, type Goal } from '#db/goals';
import { lessonsOf } from '#db/lessons';
import { placementOf } from '#db/placements';
import { progressOf } from '#db/progress';
import { knownLessons } from '../../placement/current-placement.ts';
import { dayTeller, type Day } from '../days.ts';
import { missingFor, missingIn } from './missing.ts';
import { planOf, wayToFit, type Plan } from './plan.ts';

export type CurrentPlan = {
  goal: Goal;
  today: Day;
  /** Days that are left, today being one of them; 0 when the time is over. */
  daysLeft: number;
  plan: Plan;
  fitting: ReturnType<typeof wayToFit>;
  /** Lessons that the learner's placement leaves out. */
  knownCount: number;
};

/** The plan of this moment; null without a goal. Nothing of it is stored, so it cannot be out of date. */
export async function currentPlan(
  db: Db,
  learnerId: string,
  { now, zone }: { now: Date; zone: string },
): Promise<CurrentPlan | null> {
  const goal = await goalOf(db, learnerId);
  if (!goal) return null;
  const lessons = await lessonsOf(db, learnerId);
  const exercises = await progressOf(db, learnerId);
  const done = {
    lessons: new Set(Object.keys(lessons).filter((id) => lessons[id]?.doneAt)),
    exercises: new Set(exercises.filter(({ status }) => status === 'passed').map(({ exerciseId }) => exerciseId)),
  };
  const known = knownLessons(await placementOf(db, learnerId));
  const missing = goal.lessonIds
    ? missingIn(new Set(goal.lessonIds), goal.level, tracks(), done, known)
    : missingFor(goal.level, tracks(), done, known);
  const dayOf = dayTeller(zone);
  const today = dayOf(now);
  const daysLeft = Math.max(0, goal.days - (today - dayOf(goal.setAt)));
  const plan = planOf(missing, { firstDay: today, days: daysLeft, minutesPerDay: goal.minutesPerDay });
  return {
    goal,
    today,
    daysLeft,
    plan,
    fitting: wayToFit(plan.neededMinutes, { days: daysLeft, minutesPerDay: goal.minutesPerDay }),
    knownCount: goal.lessonIds?.filter((id) => known.has(id)).length ?? known.size,
  };
}
