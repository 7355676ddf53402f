import type { Me } from '#components/me';
import { nextStep, type NextStep } from '#components/next-step';
import { tracks, type ExerciseSummary } from '#content/load';
import type { Db } from '#db/client';
import { lessonsOf, type LessonState } from '#db/lessons';
import { progressOf, type ExerciseProgress } from '#db/progress';
import { submissionsOf } from '#db/submissions';
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

export type Overview = { lessons: Count; exercises: Count; tracks: TrackProgress[]; lately: Lately[]; next: NextStep };

const latelyMax = 10;

/** Everything the progress page says, counted over the content as it is now. Null is somebody who has done nothing. */
export async function overviewOf(db: Db, learner: Learner | null): Promise<Overview> {
  const [lessons, exercises, lastVisited] = learner
    ? await Promise.all([
        lessonsOf(db, learner.learnerId),
        progressOf(db, learner.learnerId),
        lastVisitOf(db, learner.learnerId),
      ])
    : [{}, [], null];
  const byTrack = trackProgress(lessons, exercises);
  return {
    lessons: total(byTrack.map((track) => track.lessons)),
    exercises: total(byTrack.map((track) => track.exercises)),
    tracks: byTrack,
    lately: learner ? await latelyOf(db, learner.learnerId, exercises) : [],
    next: nextStep(steps(), meOf(lessons, exercises, lastVisited)),
  };
}

function trackProgress(states: Record<string, LessonState>, progress: ExerciseProgress[]): TrackProgress[] {
  const passed = new Set(progress.filter(({ status }) => status === 'passed').map(({ exerciseId }) => exerciseId));
  return tracks().map(({ id, title, path, hue, lessons }) => {
    const exercises = lessons.flatMap((lesson) => lesson.exercises);
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
  const known = new Map(
    tracks().flatMap(({ lessons }) =>
      lessons.flatMap(({ exercises }) => exercises.map((exercise) => [exercise.id, exercise])),
    ),
  );
  const newest = progress.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
  const lately = newest.flatMap(({ exerciseId, status, attempts, lastAt }) => {
    // An exercise may have left the content since; its progress stays, but there is nothing to link to.
    const exercise = known.get(exerciseId);
    return exercise ? [{ exercise, status, attempts, lastAt }] : [];
  });
  return Promise.all(
    lately.slice(0, latelyMax).map(async (entry) => {
      const graded = (await submissionsOf(db, learnerId, entry.exercise.id)).find(({ totalTests }) => totalTests);
      const tests = graded?.totalTests ? { passed: graded.passedTests ?? 0, total: graded.totalTests } : null;
      return { ...entry, tests };
    }),
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
): Pick<Me, 'lessons' | 'exercises' | 'lastVisited'> {
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
    lastVisited,
  };
}
