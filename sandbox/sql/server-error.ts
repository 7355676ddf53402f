import type pg from 'pg';
import type { ErroredReason, Place } from '#lib/verdict';
import { sqlMessages } from './messages.ts';

export type SqlFault = {
  reason: ErroredReason;
  message: string;
  at?: Place;
  /** It lies in the text (or in what it costs), so that every other data set would say the same. */
  everywhere: boolean;
};

/** What each SQLSTATE means to the learner; all others are `threw` with PostgreSQL's own words. */
const reasons: Record<string, { reason: ErroredReason; message?: string }> = {
  '42601': { reason: 'syntax' },
  '53200': { reason: 'memory-limit', message: sqlMessages.outOfMemory },
  '53400': { reason: 'threw', message: sqlMessages.outOfTempSpace },
  '53100': { reason: 'threw', message: sqlMessages.outOfDisk },
  '25006': { reason: 'threw', message: sqlMessages.onlyReading },
};

/** Turns an error of the server's into words and a place in the learner's file. */
export function explainError(error: pg.DatabaseError, source: string, file: string): SqlFault {
  if (error.code === '42601' && error.message.includes('multiple commands')) {
    return { reason: 'syntax', message: sqlMessages.severalStatements, everywhere: true };
  }
  const known = (error.code === undefined ? undefined : reasons[error.code]) ?? { reason: 'threw' };
  const at = placeOf(error.position, source, file);
  const quoted = quotedColumn(error, source);
  const message = [
    known.message,
    sqlMessages.postgres(error.message, error.code),
    error.code === '42601' && at?.column !== undefined && sqlMessages.syntaxPlace(at.line, at.column),
    quoted !== undefined && sqlMessages.singleQuotes(quoted),
    error.detail !== undefined && sqlMessages.detail(error.detail),
    error.hint !== undefined && sqlMessages.hint(error.hint),
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const everywhere = known.reason !== 'threw' || /^(42|25|0A|53)/.test(error.code ?? '');
  return { reason: known.reason, message, ...(at && { at }), everywhere };
}

/** A column that does not exist and stands in double quotes in the source: most likely a text. */
function quotedColumn({ code, message }: pg.DatabaseError, source: string): string | undefined {
  const name = code === '42703' ? /^column "(.*)" does not exist$/s.exec(message)?.[1] : undefined;
  return name !== undefined && source.includes(`"${name}"`) ? name : undefined;
}

/** PostgreSQL counts characters from 1; characters beyond the basic plane are one to it and two to JavaScript. */
function placeOf(position: string | undefined, source: string, file: string): Place | undefined {
  if (position === undefined) return undefined;
  const before = Array.from(source).slice(0, Number(position) - 1);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: before.filter((char) => char === '\n').length + 1, column: before.length - lineStart + 1 };
}
