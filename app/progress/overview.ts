import type { Me } from '#components/me';
import { nextStep, type NextStep } from '#components/next-step';
import { tracks, type ExerciseSummary } from '#content/load';
import type { Db } from '#db/client';
import { lessonsOf, type LessonState } from '#db/lessons';
import { progressOf, type ExerciseProgress } from '#db/progress';
import { submissionsOf } from '#db/submissions';
import { selfScoresOf, type SelfScore } from '#db/self-scores';
import { lastVisitOf } from '#db/visits';
import type { Learner } from '../learner.ts';
import { steps } from '../steps.ts';

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
  exercises: Count;
  tracks: TrackProgress[];
  lately: Lately[];
  selfAssessed: SelfAssessed[];
  next: NextStep;
};

const latelyMax = 10;

/** Everything the progress page says, counted over the content as it is now. Null is somebody who has done nothing. */
export async function overviewOf(db: Db, learner: Learner | null): Promise<Overview> {
  const [lessons, exercises, lastVisited, selfScores] = learner
    ? await Promise.all([
        lessonsOf(db, learner.learnerId),
        progressOf(db, learner.learnerId),
        lastVisitOf(db, learner.learnerId),
        selfScoresOf(db, learner.learnerId),
      ])
    : [{}, [], null, {}];
  const byTrack = trackProgress(lessons, exercises);
  return {
    lessons: total(byTrack.map((track) => track.lessons)),
    exercises: total(byTrack.map((track) => track.exercises)),
    tracks: byTrack,
    lately: learner ? await latelyOf(db, learner.learnerId, exercises) : [],
    selfAssessed: selfAssessedOf(selfScores),
    next: nextStep(steps(), meOf(lessons, exercises, lastVisited, selfScores)),
  };
}

function trackProgress(states: Record<string, LessonState>, progress: ExerciseProgress[]): TrackProgress[] {
  const passed = new Set(progress.filter(({ status }) => status === 'passed').map(({ exerciseId }) => exerciseId));
  return tracks().map(({ id, title, path, hue, lessons }) => {
    // A text is never passed, so it is not among what can be.
    const exercises = lessons.flatMap((lesson) => lesson.exercises).filter(({ kind }) => kind !== 'write');
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

async function latelyOf(db: Db, learnerId: string, progress: ExerciseProgress[]): Promise<Lately[]> {
  const known = exercisesById();
  const newest = progress.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
  const lately = newest.flatMap(({ exerciseId, status, attempts, lastAt }) => {
    // An exercise may have left the content since; its progress stays, but there is nothing to link to.
    const exercise = known.get(exerciseId);
    return exercise && exercise.kind !== 'write' ? [{ exercise, status, attempts, lastAt }] : [];
  });
  return Promise.all(
    lately.slice(0, latelyMax).map(async (entry) => {
      const graded = (await submissionsOf(db, learnerId, entry.exercise.id)).find(({ totalTests }) => totalTests);
      const tests = graded?.totalTests ? { passed: graded.passedTests ?? 0, total: graded.totalTests } : null;
      return { ...entry, tests };
    }),
  );
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
