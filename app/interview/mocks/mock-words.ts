import type { MockKind } from '#lib/mock';
import type { RoundEnd } from '#lib/mock-clock';

export const mockKindLabels: Record<MockKind, string> = {
  coding: 'Coding',
  sql: 'SQL',
  'api-design': 'API design',
  security: 'Security',
  'system-design': 'System design',
  behavioural: 'Behavioural',
  loop: 'Full loop',
};

export const endWords: Record<RoundEnd, string> = {
  finished: 'You ended it',
  'timed-out': 'The time ran out',
  left: 'You left before the end',
};

/** A share of one as people read it. */
export function percentWords(share: number): string {
  // A no-break space, so that a figure stays whole.
  return `${Math.round(share * 100)}\u00a0%`;
}

/** "4 min", "1 h 5 min", "40 s": exact enough for a clock that a person looks at. */
export function clockWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  const rest = minutes % 60;
  if (minutes < 60) return `${minutes} min`;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
