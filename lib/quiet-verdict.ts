import { firstFailure } from './first-failure.ts';
import type { GradingEvent, Verdict } from './verdict.ts';

/** A verdict as an interviewer tells it: whether it passes, and otherwise the first thing that does not. */
export function quietVerdict(verdict: Verdict): Verdict {
  if (verdict.status === 'unavailable') return verdict;
  // A review passes without its minor findings.
  const first = verdict.status !== 'passed' && firstFailure(verdict.tests);
  return { ...verdict, tests: first ? [first] : [] };
}

/** The events of a grading without the list of its tests; null for one that is not told at all. */
export function quietEvent(event: GradingEvent): GradingEvent | null {
  if (event.type === 'test') return null;
  if (event.type === 'started') return { ...event, testCount: 0 };
  return event.type === 'verdict' ? { ...event, verdict: quietVerdict(event.verdict) } : event;
}
