import type { Me } from '#components/me';
import type { Term } from '#lib/posting/terms';
import { formula, levels, type Level } from '../../progress/readiness.ts';

/** A lesson as the reader of postings needs it: what is graded in it, and how much that weighs. */
export type PostingLesson = {
  id: string;
  title: string;
  path: string;
  exercises: { id: string; level: Level; minutes: number }[];
};

/** `begun` is something passed or read, and less than what counts as shown. */
export type Standing = 'shown' | 'begun' | 'open' | 'untaught';

export type TermStanding = {
  term: Term;
  standing: Standing;
  lessons: PostingLesson[];
  near: PostingLesson[];
  read: number;
  passed: number;
  exercises: number;
};

/** From this share of the minutes of its exercises a term counts as shown: the share that readiness asks of a skill. */
export const shownShare = formula.readySkillShare;

export type Evidence = Pick<Me, 'lessons' | 'exercises'>;
const nothing: Evidence = { lessons: {}, exercises: {} };

/** What a learner has shown of a term, by the exercises up to a level in the lessons that teach it. */
export function standingOf(
  term: Term,
  lessonsById: ReadonlyMap<string, PostingLesson>,
  level: Level,
  evidence: Evidence = nothing,
): TermStanding {
  const known = (ids: readonly string[]) => ids.flatMap((id) => lessonsById.get(id) ?? []);
  const lessons = known(term.lessons);
  const exercises = lessons.flatMap((lesson) =>
    lesson.exercises.filter((exercise) => levels.indexOf(exercise.level) <= levels.indexOf(level)),
  );
  const read = lessons.filter(({ id }) => evidence.lessons[id]?.doneAt).length;
  const passed = exercises.filter(({ id }) => evidence.exercises[id]?.status === 'passed').length;
  const counts = { term, lessons, near: known(term.near), read, passed, exercises: exercises.length };
  if (lessons.length === 0) return { ...counts, standing: 'untaught' };
  const possible = exercises.reduce((sum, { minutes }) => sum + minutes, 0);
  const earned = exercises.reduce((sum, { id, minutes }) => sum + minutes * scoreIn(evidence, id), 0);
  // Where nothing is graded, having read it all is all there can be.
  const isShown = possible === 0 ? read === lessons.length : earned / possible >= shownShare;
  const isBegun = read > 0 || exercises.some(({ id }) => evidence.exercises[id]);
  return { ...counts, standing: isShown ? 'shown' : isBegun ? 'begun' : 'open' };
}

function scoreIn({ exercises }: Evidence, id: string): number {
  const exercise = exercises[id];
  if (exercise?.status !== 'passed') return 0;
  return exercise.score ?? (exercise.solutionSeen ? formula.afterSolution : 1);
}

/** The lessons behind what is not shown, in teaching order and each once. */
export function lessonsToPlan(standings: readonly TermStanding[], inOrder: readonly PostingLesson[]): PostingLesson[] {
  const wanted = new Set(
    standings
      .filter(({ standing }) => standing === 'open' || standing === 'begun')
      .flatMap(({ lessons }) => lessons.map(({ id }) => id)),
  );
  return inOrder.filter(({ id }) => wanted.has(id));
}

/** Days to work in: today is one of them, the day of the interview is not. Both as `2026-11-21`. */
export function daysUntil(today: string, interview: string): number | null {
  const days = (Date.parse(interview) - Date.parse(today)) / 86_400_000;
  return Number.isInteger(days) && days >= 1 && days <= 730 ? days : null;
}
