import type { Ahead } from '#components/me';
import { isDone, nextStep, type Progress } from '#components/next-step';
import { steps } from './steps.ts';

/** Where a learner stands among everything there is to do; told by the server, since a page would have to carry it all. */
export function aheadOf(progress: Progress): Ahead {
  const all = steps();
  const next = nextStep(all, progress);
  const doneOf = (kind: 'lesson' | 'exercise') =>
    all.filter((step) => step.kind === kind && isDone(step, progress)).length;
  return {
    next:
      next.reason === 'finished'
        ? null
        : {
            reason: next.reason,
            step: { kind: next.step.kind, id: next.step.id, title: next.step.title, path: next.step.path },
          },
    lessonsDone: doneOf('lesson'),
    exercisesDone: doneOf('exercise'),
  };
}
