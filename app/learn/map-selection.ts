import { filteredList } from '#components/filtered-list';
import { levelLabels, skillLabels } from '#components/labels';
import type { Me } from '#components/me';
import type { Status } from '#components/status-mark';
import type { Filters } from '#components/url-filters';
import type { MapLesson } from './track-section.tsx';

export const filterKeys = ['level', 'skill', 'status'] as const;
export type FilterKey = (typeof filterKeys)[number];

export type StatusOf = (lesson: MapLesson) => Status;

export const statusLabels: Record<Status, string> = { open: 'Not started', attempted: 'Begun', done: 'Done' };

export const filteredLessons = (lessons: MapLesson[], asked: Filters<FilterKey>, statusOf: StatusOf) =>
  filteredList({
    items: lessons,
    asked,
    filters: {
      level: { label: 'Level', all: 'All levels', labels: levelLabels, valuesOf: ({ level }) => [level] },
      skill: { label: 'Skill', all: 'All skills', labels: skillLabels, valuesOf: ({ skills }) => skills },
      status: {
        label: 'Status',
        all: 'Any status',
        labels: statusLabels,
        valuesOf: (lesson) => [statusOf(lesson)],
      },
    },
  });

/** Done is what the reader marked; begun is a question answered or an exercise tried. */
export function lessonStatus({ id, exerciseIds }: MapLesson, me: Pick<Me, 'lessons' | 'exercises'> | null): Status {
  if (!me) return 'open';
  const progress = me.lessons[id];
  if (progress?.doneAt) return 'done';
  const begun = progress !== undefined || exerciseIds.some((exerciseId) => me.exercises[exerciseId] !== undefined);
  return begun ? 'attempted' : 'open';
}
