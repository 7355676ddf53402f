import { levelLabels, skillLabels } from '#components/labels';
import { countedOptions, knownChoice } from '#components/filter-bar';
import type { Me } from '#components/me';
import type { Status } from '#components/status-mark';
import type { Filters } from '#components/url-filters';
import type { MapLesson } from './track-section.tsx';

export const filterKeys = ['level', 'skill', 'status'] as const;
export type FilterKey = (typeof filterKeys)[number];

export type StatusOf = (lesson: MapLesson) => Status;

export const statusLabels: Record<Status, string> = { open: 'Not started', attempted: 'Begun', done: 'Done' };

export function knownFilters({ level, skill, status }: Filters<FilterKey>): Filters<FilterKey> {
  return {
    level: knownChoice(level, levelLabels),
    skill: knownChoice(skill, skillLabels),
    status: knownChoice(status, statusLabels),
  };
}

/** `ignored` is a filter that is left out, to count what another choice of it would leave. */
export function matching(filters: Filters<FilterKey>, statusOf: StatusOf, ignored?: FilterKey) {
  const wanted = (key: FilterKey) => (key === ignored ? '' : filters[key]);
  return (lesson: MapLesson): boolean =>
    (wanted('level') === '' || lesson.level === wanted('level')) &&
    (wanted('skill') === '' || lesson.skills.some((skill) => skill === wanted('skill'))) &&
    (wanted('status') === '' || statusOf(lesson) === wanted('status'));
}

/** The options of each filter, with how many lessons they leave together with the other filters. */
export function filterOptions(lessons: MapLesson[], filters: Filters<FilterKey>, statusOf: StatusOf) {
  const but = (key: FilterKey) => ({
    all: lessons,
    narrowed: lessons.filter(matching(filters, statusOf, key)),
    chosen: filters[key],
  });
  return {
    level: countedOptions({ ...but('level'), valuesOf: ({ level }) => [level] }, levelLabels),
    skill: countedOptions({ ...but('skill'), valuesOf: ({ skills }) => skills }, skillLabels),
    status: countedOptions({ ...but('status'), valuesOf: (lesson) => [statusOf(lesson)] }, statusLabels),
  };
}

/** Done is what the reader marked; begun is a question answered or an exercise tried. */
export function lessonStatus({ id, exerciseIds }: MapLesson, me: Pick<Me, 'lessons' | 'exercises'> | null): Status {
  if (!me) return 'open';
  const progress = me.lessons[id];
  if (progress?.doneAt) return 'done';
  const begun = progress !== undefined || exerciseIds.some((exerciseId) => me.exercises[exerciseId] !== undefined);
  return begun ? 'attempted' : 'open';
}
