import { sqlMessages } from './messages.ts';
import type { QueryOutcome } from './query.ts';
import { explainError, type SqlFault } from './server-error.ts';

type Source = { text: string; file: string };

/** Why an outcome is no answer of one query, in the learner's words; null when it is one. */
export function explainOutcome(outcome: QueryOutcome, source: Source, limitMs: number): SqlFault | null {
  if (outcome.status === 'done') {
    if (outcome.empty) return { reason: 'syntax', message: sqlMessages.empty, everywhere: true };
    if (outcome.sets.length > 0) return null;
    return { reason: 'threw', message: sqlMessages.notAQuery, everywhere: true };
  }
  return explainEnd(outcome, source, limitMs);
}

/** The same for a script, which may well return nothing. */
export function explainEnd(outcome: QueryOutcome, source: Source, limitMs: number): SqlFault | null {
  if (outcome.status === 'refused') return explainError(outcome.error, source.text, source.file);
  if (outcome.status !== 'stopped') return null;
  const everywhere = true;
  if (outcome.by === 'rows') return { reason: 'output-limit', message: sqlMessages.tooManyRows, everywhere };
  if (outcome.by === 'bytes') return { reason: 'output-limit', message: sqlMessages.tooManyBytes, everywhere };
  return { reason: 'time-limit', message: sqlMessages.timeLimit(limitMs), everywhere };
}

export function unavailable(message: string, retryAfterMs: number) {
  return { version: 1, status: 'unavailable', message, retryAfterMs } as const;
}
