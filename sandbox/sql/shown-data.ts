import type { DataSet, Exercise } from '#content/exercise';
import { sqlLimits } from './limits.ts';
import { sqlMessages } from './messages.ts';

/**
 * The lines of a data set for a learner, without the inserts of tables that neither their query nor the reference names.
 * Nothing for a visible one, which stands on the page; a hidden one is shown once it has failed.
 */
export function shownData({ database, solution }: Exercise, { name, sql, hidden }: DataSet, query: string): string[] {
  if (!hidden) return [];
  // A view or a function may read tables that no query names.
  const indirect = /\bcreate\b[^;]*\b(view|function)\b/i.test(database?.schema ?? '');
  const { text, shortened } = indirect
    ? { text: sql, shortened: false }
    : namedInserts(sql, `${query}\n${solution.sql}`);
  const lines = text.trim().split('\n');
  const shown = lines.slice(0, sqlLimits.dataLinesMax);
  const omitted = lines.length - shown.length;
  return [
    `-- ${name}`,
    ...shown,
    ...(omitted > 0 ? [sqlMessages.dataCut(omitted)] : []),
    ...(shortened ? [sqlMessages.otherTables] : []),
  ];
}

/** Cuts after a semicolon at the end of a line. One inside a value leaves a piece that is no insert, which is kept. */
function namedInserts(sql: string, queries: string): { text: string; shortened: boolean } {
  const words = new Set(queries.toLowerCase().match(/\w+/g));
  const pieces = sql.split(/(?<=;[^\S\n]*\n)/);
  const kept = pieces.filter((piece) => {
    const table = /^(?:\s|--.*\n)*insert\s+into\s+(?:\w+\.)?"?(\w+)"?/i.exec(piece)?.[1];
    return table === undefined || words.has(table.toLowerCase());
  });
  if (kept.length === 0) return { text: sql, shortened: false };
  return { text: kept.join(''), shortened: kept.length < pieces.length };
}
