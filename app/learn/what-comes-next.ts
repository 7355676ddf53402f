import type { Ahead, Me } from '#components/me';

/** What is recommended now; null once everything is done. `start` is for those of whom nothing is known yet, and is right for everybody new. */
export function whatComesNext(start: Ahead['next'], me: Me | null): Ahead['next'] {
  return me?.ahead ? me.ahead.next : start;
}
