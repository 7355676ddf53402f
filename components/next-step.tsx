import type { Me } from './me.tsx';

export type Step = { kind: 'lesson' | 'exercise'; id: string; title: string; path: string };

type Progress = Pick<Me, 'lessons' | 'exercises' | 'lastVisited'> & Partial<Pick<Me, 'selfScores'>>;

export type NextStep = { reason: 'start' | 'continue' | 'next'; step: Step } | { reason: 'finished' };

/** What to do now, `steps` being everything in teaching order. Nothing is locked; this is a recommendation. */
export function nextStep(steps: readonly Step[], me: Progress | null): NextStep {
  const last = me?.lastVisited
    ? steps.findIndex(({ kind, id }) => kind === me.lastVisited?.kind && id === me.lastVisited.id)
    : -1;
  const isOpen = (step: Step) => !isDone(step, me);
  const lastStep = steps[last];
  if (lastStep && isOpen(lastStep)) return { reason: 'continue', step: lastStep };
  const step = steps.slice(last + 1).find(isOpen) ?? steps.find(isOpen);
  if (!step) return { reason: 'finished' };
  return { reason: last === -1 && step === steps[0] ? 'start' : 'next', step };
}

function isDone({ kind, id }: Step, me: Progress | null): boolean {
  if (kind === 'lesson') return Boolean(me?.lessons[id]?.doneAt);
  // A text is never graded, so there is nothing to pass: scoring it is the end of it.
  return me?.exercises[id]?.status === 'passed' || me?.selfScores?.[id] !== undefined;
}
