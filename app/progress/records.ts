import { activityOf, type Activity } from '#db/activity';
import type { Db } from '#db/client';
import { goalOf, type Goal } from '#db/goals';
import { lessonsOf, type LessonState } from '#db/lessons';
import { placementOf, type Placement } from '#db/placements';
import { hintsBeforePassOf, progressOf, type ExerciseProgress } from '#db/progress';
import { dueCount } from '#db/review-cards';
import { selfScoresOf, type SelfScore } from '#db/self-scores';
import { newestTestsOf } from '#db/submissions';
import { lastVisitOf, type Visited } from '#db/visits';
import { knownItems } from '../review/known-items.ts';
import { calendarStart } from './calendar.ts';

/** Everything that the progress page asks the database, in one place, so that it can be measured as a whole. */
export type Records = {
  lessons: Record<string, LessonState>;
  exercises: ExerciseProgress[];
  hintsBeforePass: Record<string, number>;
  selfScores: Record<string, SelfScore>;
  lastVisited: Visited | null;
  due: number;
  activity: Activity[];
  goal: Goal | null;
  placement: Placement | null;
  /** Of the exercises worked on last. */
  newestTests: Record<string, { passed: number; total: number }>;
};

/** What a learner has done and scored themselves, from which their readiness follows: all that a report needs. */
export type Work = Pick<Records, 'lessons' | 'exercises' | 'hintsBeforePass' | 'selfScores'>;

export async function workOf(db: Db, learnerId: string | null): Promise<Work> {
  if (learnerId === null) return nothing;
  return {
    lessons: await lessonsOf(db, learnerId),
    exercises: await progressOf(db, learnerId),
    hintsBeforePass: await hintsBeforePassOf(db, learnerId),
    selfScores: await selfScoresOf(db, learnerId),
  };
}

export const latelyMax = 10;

/** Null is somebody who has done nothing. */
export async function recordsOf(db: Db, learnerId: string | null, now: Date): Promise<Records> {
  if (learnerId === null) return nothing;
  const work = await workOf(db, learnerId);
  const lately = work.exercises
    .toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime())
    // Some may be texts, or have left the content; the page looks further then.
    .slice(0, 2 * latelyMax)
    .map(({ exerciseId }) => exerciseId);
  return {
    ...work,
    lastVisited: await lastVisitOf(db, learnerId),
    due: await dueCount(db, learnerId, now, knownItems()),
    activity: await activityOf(db, learnerId, calendarStart(now)),
    goal: await goalOf(db, learnerId),
    placement: await placementOf(db, learnerId),
    newestTests: await newestTestsOf(db, learnerId, lately),
  };
}

const nothing: Records = {
  lessons: {},
  exercises: [],
  hintsBeforePass: {},
  selfScores: {},
  lastVisited: null,
  due: 0,
  activity: [],
  goal: null,
  placement: null,
  newestTests: {},
};
