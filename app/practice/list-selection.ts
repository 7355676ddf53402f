import { countedOptions, knownChoice } from '#components/filter-bar';
import { kindLabels, levelLabels, skillLabels } from '#components/labels';
import type { Me } from '#components/me';
import type { Status } from '#components/status-mark';
import type { Filters } from '#components/url-filters';
import type { ListedExercise } from './list-row.tsx';

export const filterKeys = ['q', 'skill', 'level', 'kind', 'status'] as const;
export type FilterKey = (typeof filterKeys)[number];

/** What the list knows of the learner; `lastTriedAt` is empty where nothing was tried. */
export type Standing = { status: Status; lastTriedAt: string; lessonBegun: boolean };
export type StandingOf = (exercise: ListedExercise) => Standing;

type Done = Pick<Me, 'exercises' | 'lessons' | 'selfScores'>;

export const statusLabels: Record<Status, string> = {
  open: 'Not started',
  attempted: 'Begun',
  done: 'Passed or self-assessed',
};

export const sortLabels = [
  ['level', 'Easiest first'],
  ['short', 'Shortest first'],
  ['unsolved', 'Unsolved, last tried first'],
  ['lessons', 'Order of lessons'],
] as const;

export function standingOf({ id, lessonId }: ListedExercise, me: Done | null): Standing {
  const progress = me?.exercises[id];
  const done = progress?.status === 'passed' || me?.selfScores[id] !== undefined;
  return {
    status: done ? 'done' : progress ? 'attempted' : 'open',
    lastTriedAt: progress?.lastAt ?? '',
    lessonBegun: me?.lessons[lessonId] !== undefined,
  };
}

export function knownFilters({ q, skill, level, kind, status }: Filters<FilterKey>): Filters<FilterKey> {
  return {
    q,
    skill: knownChoice(skill, skillLabels),
    level: knownChoice(level, levelLabels),
    kind: knownChoice(kind, kindLabels),
    status: knownChoice(status, statusLabels),
  };
}

/**
 * Every word of the search must occur somewhere in what the row says. `ignored` is a filter that is left out, to count
 * what another choice of it would leave.
 */
export function matching(filters: Filters<FilterKey>, standing: StandingOf, ignored?: FilterKey) {
  const wanted = (key: FilterKey) => (key === ignored ? '' : filters[key]);
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  return (exercise: ListedExercise): boolean => {
    const text = words.length === 0 ? '' : searchText(exercise);
    return (
      words.every((word) => text.includes(word)) &&
      (wanted('skill') === '' || exercise.skills.some((skill) => skill === wanted('skill'))) &&
      (wanted('level') === '' || exercise.level === wanted('level')) &&
      (wanted('kind') === '' || exercise.kind === wanted('kind')) &&
      (wanted('status') === '' || standing(exercise).status === wanted('status'))
    );
  };
}

/** The options of each filter, with how many exercises they leave together with the other filters and the search. */
export function filterOptions(exercises: ListedExercise[], filters: Filters<FilterKey>, standing: StandingOf) {
  const but = (key: FilterKey) => ({
    all: exercises,
    narrowed: exercises.filter(matching(filters, standing, key)),
    chosen: filters[key],
  });
  return {
    skill: countedOptions({ ...but('skill'), valuesOf: ({ skills }) => skills }, skillLabels),
    level: countedOptions({ ...but('level'), valuesOf: ({ level }) => [level] }, levelLabels),
    kind: countedOptions({ ...but('kind'), valuesOf: ({ kind }) => [kind] }, kindLabels),
    status: countedOptions({ ...but('status'), valuesOf: (exercise) => [standing(exercise).status] }, statusLabels),
  };
}

/** Exercises arrive in teaching order and every sort is stable, so ties stay in it. */
export function sorted(exercises: ListedExercise[], sort: string, standing: StandingOf): ListedExercise[] {
  const latestFirst = (a: ListedExercise, b: ListedExercise) =>
    standing(b).lastTriedAt.localeCompare(standing(a).lastTriedAt);
  const isDone = (exercise: ListedExercise) => Number(standing(exercise).status === 'done');
  switch (sort) {
    case 'lessons':
      return exercises;
    case 'short':
      return exercises.toSorted((a, b) => a.minutes - b.minutes);
    case 'level':
      return exercises.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
    case 'unsolved':
      return exercises.toSorted((a, b) => isDone(a) - isDone(b) || latestFirst(a, b));
    default:
      return exercises.toSorted(
        (a, b) => urgency(standing(a)) - urgency(standing(b)) || (isDone(a) === 1 ? 0 : latestFirst(a, b)),
      );
  }
}

const levels = Object.keys(levelLabels);

/** What was begun is worth finishing first, then what belongs to a lesson that was begun; what is passed can wait. */
function urgency({ status, lessonBegun }: Standing): number {
  if (status === 'attempted') return 0;
  if (status === 'done') return 3;
  return lessonBegun ? 1 : 2;
}

function searchText({ title, summary, lesson, kind, level, skills }: ListedExercise): string {
  const labels = [kindLabels[kind], levelLabels[level], ...skills.map((skill) => skillLabels[skill])];
  return [title, summary, lesson, ...labels].join(' ').toLowerCase();
}
