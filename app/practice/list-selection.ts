import { kindLabels, levelLabels, skillLabels } from '#components/labels';
import type { Status } from '#components/status-mark';
import type { Filters } from '#components/url-filters';
import type { ListedExercise } from './list-row.tsx';

export type StatusOf = (exercise: ListedExercise) => Status;

export const sortLabels = [
  ['lessons', 'Order of lessons'],
  ['short', 'Shortest first'],
  ['level', 'Easiest first'],
] as const;

/** Every word of the search must occur somewhere in what the row says. */
export function matching(filters: Filters<'q' | 'skill' | 'level' | 'kind' | 'status'>, statusOf: StatusOf) {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  return (exercise: ListedExercise): boolean => {
    const text = searchText(exercise);
    return (
      words.every((word) => text.includes(word)) &&
      (filters.skill === '' || exercise.skills.some((skill) => skill === filters.skill)) &&
      (filters.level === '' || exercise.level === filters.level) &&
      (filters.kind === '' || exercise.kind === filters.kind) &&
      (filters.status === '' || statusOf(exercise) === filters.status)
    );
  };
}

/** Exercises arrive in teaching order and every sort is stable, so ties stay in it. */
export function sorted(exercises: ListedExercise[], sort: string, statusOf: StatusOf): ListedExercise[] {
  switch (sort) {
    case 'lessons':
      return exercises;
    case 'short':
      return exercises.toSorted((a, b) => a.minutes - b.minutes);
    case 'level':
      return exercises.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
    default:
      return exercises.toSorted((a, b) => recommended.indexOf(statusOf(a)) - recommended.indexOf(statusOf(b)));
  }
}

const levels = Object.keys(levelLabels);

/** What was begun is worth finishing first; what is passed can wait. */
const recommended: Status[] = ['attempted', 'open', 'done'];

function searchText({ title, summary, lesson, kind, level, skills }: ListedExercise): string {
  const labels = [kindLabels[kind], levelLabels[level], ...skills.map((skill) => skillLabels[skill])];
  return [title, summary, lesson, ...labels].join(' ').toLowerCase();
}
