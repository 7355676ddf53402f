import type { Step } from '#components/next-step';
import { tracks } from '#content/load';
import { perBuild } from './per-build.ts';

/** Everything there is to do, in teaching order: each lesson, then its exercises. */
export const steps = perBuild([tracks], () =>
  tracks().flatMap(({ lessons }) =>
    lessons.flatMap(({ id, title, path, needs, exercises }): Step[] => [
      { kind: 'lesson', id, title, path, needs },
      ...exercises.map((exercise): Step => ({
        kind: 'exercise',
        id: exercise.id,
        title: exercise.title,
        path: exercise.path,
        skills: exercise.skills,
      })),
    ]),
  ),
);
