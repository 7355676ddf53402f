import { filteredList } from '#components/filtered-list';
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

export const filteredExercises = (exercises: ListedExercise[], asked: Filters<FilterKey>, standing: StandingOf) =>
  filteredList({
    items: exercises,
    asked,
    textOf: searchText,
    filters: {
      skill: { label: 'Skill', all: 'All skills', labels: skillLabels, valuesOf: ({ skills }) => skills },
      level: { label: 'Level', all: 'All levels', labels: levelLabels, valuesOf: ({ level }) => [level] },
      kind: { label: 'Kind', all: 'All kinds', labels: kindLabels, valuesOf: ({ kind }) => [kind] },
      status: {
        label: 'Status',
        all: 'Any status',
        labels: statusLabels,
        valuesOf: (exercise) => [standing(exercise).status],
      },
    },
  });

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
  return [title, summary, lesson, ...labels].join(' ');
}
