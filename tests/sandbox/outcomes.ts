import type { RunOutcome, Verdict } from '#lib/verdict';

/** What may become of code that means no good, in one word each. */
export type Outcome = 'pass' | 'fail' | 'error' | 'timeout' | 'memory' | 'killed' | 'died';

/** The words that describe a verdict. Where only limits are allowed, an error of theirs is right as well. */
export function outcomesOf(verdict: Verdict | RunOutcome): Outcome[] {
  if (verdict.status === 'passed' || verdict.status === 'ran') return ['pass'];
  if (verdict.status === 'failed') return ['fail'];
  if (verdict.status === 'unavailable') return [];
  switch (verdict.reason) {
    case 'threw':
      return ['error', 'fail', 'timeout', 'memory', 'killed', 'died'];
    case 'syntax':
    case 'type':
      return ['error'];
    case 'time-limit':
      return ['timeout', 'killed', 'died'];
    case 'no-answer':
      return ['timeout'];
    case 'memory-limit':
      return ['memory', 'killed', 'died'];
    case 'crashed':
      return ['killed', 'died'];
    case 'output-limit':
      return ['fail', 'memory', 'timeout'];
  }
}
