import type { Me } from '#components/me';
import { isDone } from '#components/next-step';

/** What the first button of the start page says and where it leads; `start` is the beginning, which newcomers get. */
export function wayOn(start: string, me: Me | null): { words: string; path: string } {
  if (!me?.ahead) return { words: 'Start with the first lesson', path: start };
  const { next } = me.ahead;
  if (!next) return { words: 'See what you have done', path: '/progress' };
  // Done here while the server could not be asked what comes after it.
  if (isDone(next.step, me)) return { words: 'Choose what to do next', path: '/learn' };
  if (next.reason === 'start') return { words: 'Start with the first lesson', path: next.step.path };
  return { words: `${reasons[next.reason]}: ${next.step.title}`, path: next.step.path };
}

const reasons = { continue: 'Continue', next: 'Next' } as const;
