import type { Ahead } from '#components/me';
import { isDone, recommend, type Progress, type Step } from '#components/next-step';
import { steps } from './steps.ts';

/** Where a learner stands among everything there is to do; told by the server, since a page would have to carry it all. */
export function aheadOf(progress: Progress): Ahead {
  const all = steps();
  const next = recommend(all, progress);
  const doneOf = (kind: 'lesson' | 'exercise') =>
    all.filter((step) => step.kind === kind && isDone(step, progress)).length;
  return {
    next: next && { reason: next.reason, because: next.because, step: stepInBrief(next.step) },
    lessonsDone: doneOf('lesson'),
    exercisesDone: doneOf('exercise'),
  };
}

function stepInBrief({ kind, id, title, path }: Step) {
  return { kind, id, title, path };
}
