import type { Me } from '#components/me';
import { recommend, type Recommendation } from '#components/next-step';
import { tracks, type ExerciseSummary } from '#content/load';
import type { Db } from '#db/client';
import type { LessonState } from '#db/lessons';
import type { ExerciseProgress } from '#db/progress';
import type { SelfScore } from '#db/self-scores';
import { isGraded } from '#lib/graded';
import type { Learner } from '../learner.ts';
import { steps } from '../steps.ts';
import { adviceFor, type Advice } from './advice.ts';
import { calendarOf, type Calendar } from './calendar.ts';
import { evidenceOf } from './evidence.ts';
import { material } from './material.ts';
import { readinessOf, tallyOf, type Readiness, type Tally } from './readiness.ts';
import { latelyMax, recordsOf, type Records, type Work } from './records.ts';

export type Count = { done: number; total: number };
export type TrackProgress = { id: string; title: string; path: string; hue: number; lessons: Count; exercises: Count };

export type Lately = {
  exercise: ExerciseSummary;
  status: 'attempted' | 'passed';
  attempts: number;
  lastAt: Date;
  /** Of the newest graded submission; null where nothing was submitted yet. */
  tests: { passed: number; total: number } | null;
};

/** A text of the learner's, with the points they gave themselves; apart from everything that is graded. */
export type SelfAssessed = { exercise: ExerciseSummary; points: number; pointsMax: number; scoredAt: Date };

export type Overview = {
  lessons: Count;
  /** Those that are graded, and can be passed; with the texts they are all there are. */
  exercises: Count;
  /** Exercises in writing, which their writer scores. */
  texts: Count;
  tracks: TrackProgress[];
  lately: Lately[];
  selfAssessed: SelfAssessed[];
  /** Null when everything is done. */
  next: Recommendation | null;
  readiness: Readiness;
  tally: Tally;
  advice: Advice[];
  calendar: Calendar;
  due: number;
  hasGoal: boolean;
  hasPlacement: boolean;
};

/** Everything the progress page says, counted over the content as it is now. Null is somebody who has done nothing. */
export async function overviewOf(
  db: Db,
  learner: Pick<Learner, 'learnerId'> | null,
  { now, zone }: { now: Date; zone: string } = { now: new Date(), zone: 'UTC' },
): Promise<Overview> {
  const records = await recordsOf(db, learner?.learnerId ?? null, now);
  const { lessons, exercises, selfScores, lastVisited, due, goal } = records;
  const { evidence, ...shown } = shownBy(records);
  const lately = latelyOf(records);
  const next = recommend(steps(), meOf(lessons, exercises, lastVisited, selfScores));
  return {
    ...shown,
    lately: lately.slice(0, latelyMax),
    next,
    advice: adviceFor({
      tracks: tracks(),
      evidence,
      lessonsDone: new Set(Object.keys(lessons).filter((id) => lessons[id]?.doneAt)),
      readiness: shown.readiness,
      due,
      begun: begunOf(lately),
      next,
      goal: goal?.level ?? null,
      isNew: !records.placement && exercises.length === 0 && Object.keys(lessons).length === 0,
    }),
    calendar: calendarOf(records.activity, zone, now),
    due,
    hasGoal: goal !== null,
    hasPlacement: records.placement !== null,
  };
}

/** What a learner has shown over the content as it is now, and beside it what they say of their own texts. */
export function shownBy({ lessons, exercises, hintsBeforePass, selfScores }: Work) {
  const all = material();
  const evidence = evidenceOf(lessons, exercises, hintsBeforePass);
  const byTrack = trackProgress(lessons, exercises);
  return {
    evidence,
    lessons: total(byTrack.map((track) => track.lessons)),
    exercises: total(byTrack.map((track) => track.exercises)),
    texts: textsOf(selfScores),
    tracks: byTrack,
    selfAssessed: selfAssessedOf(selfScores),
    readiness: readinessOf(all, evidence),
    tally: tallyOf(all, evidence),
  };
}

function trackProgress(states: Record<string, LessonState>, progress: ExerciseProgress[]): TrackProgress[] {
  const passed = new Set(progress.filter(({ status }) => status === 'passed').map(({ exerciseId }) => exerciseId));
  return tracks().map(({ id, title, path, hue, lessons }) => {
    const exercises = lessons.flatMap((lesson) => lesson.exercises).filter(isGraded);
    return {
      id,
      title,
      path,
      hue,
      lessons: { done: lessons.filter((lesson) => states[lesson.id]?.doneAt).length, total: lessons.length },
      exercises: { done: exercises.filter((exercise) => passed.has(exercise.id)).length, total: exercises.length },
    };
  });
}

function latelyOf({ exercises, newestTests }: Records): Lately[] {
  const known = exercisesById();
  return exercises
    .toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime())
    .flatMap(({ exerciseId, status, attempts, lastAt }) => {
      // An exercise may have left the content since; its progress stays, but there is nothing to link to.
      const exercise = known.get(exerciseId);
      const tests = newestTests[exerciseId] ?? null;
      return exercise && isGraded(exercise) ? [{ exercise, status, attempts, lastAt, tests }] : [];
    });
}

function textsOf(scores: Record<string, SelfScore>): Count {
  const texts = [...exercisesById().values()].filter((exercise) => !isGraded(exercise));
  return { done: texts.filter(({ id }) => scores[id]).length, total: texts.length };
}

function selfAssessedOf(scores: Record<string, SelfScore>): SelfAssessed[] {
  const known = exercisesById();
  return Object.entries(scores)
    .flatMap(([id, { points, pointsMax, scoredAt }]) => {
      const exercise = known.get(id);
      return exercise ? [{ exercise, points, pointsMax, scoredAt }] : [];
    })
    .toSorted((a, b) => b.scoredAt.getTime() - a.scoredAt.getTime());
}

function exercisesById(): Map<string, ExerciseSummary> {
  return new Map(
    tracks().flatMap(({ lessons }) =>
      lessons.flatMap(({ exercises }) => exercises.map((exercise) => [exercise.id, exercise] as const)),
    ),
  );
}

function total(counts: Count[]): Count {
  return counts.reduce((sum, count) => ({ done: sum.done + count.done, total: sum.total + count.total }), {
    done: 0,
    total: 0,
  });
}

/** What the recommendation looks at, in the shape that the browser gets from GET /api/me. */
function meOf(
  lessons: Record<string, LessonState>,
  exercises: ExerciseProgress[],
  lastVisited: Me['lastVisited'],
  selfScores: Record<string, SelfScore>,
): Pick<Me, 'lessons' | 'exercises' | 'selfScores' | 'lastVisited'> {
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return {
    lessons: Object.fromEntries(
      Object.entries(lessons).map(([id, { doneAt, checks }]) => [id, { doneAt: iso(doneAt), checks }]),
    ),
    exercises: Object.fromEntries(
      exercises.map(({ exerciseId, lastAt, passedAt, ...rest }) => [
        exerciseId,
        { ...rest, passedAt: iso(passedAt), lastAt: lastAt.toISOString() },
      ]),
    ),
    selfScores: Object.fromEntries(
      Object.entries(selfScores).map(([id, { points, pointsMax, scores, scoredAt }]) => [
        id,
        { points, pointsMax, scores, scoredAt: scoredAt.toISOString() },
      ]),
    ),
    lastVisited,
  };
}

function begunOf(lately: Lately[]): { title: string; path: string } | null {
  const begun = lately.find(({ status, attempts }) => status === 'attempted' && attempts > 0);
  return begun ? { title: begun.exercise.title, path: begun.exercise.path } : null;
}
