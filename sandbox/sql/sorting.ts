import type { ResultSet } from './query.ts';

/** int8, int2, int4, float4, float8, numeric. */
const numberTypes = new Set([20, 21, 23, 700, 701, 1700]);
/** date, timestamp, timestamptz: their text sorts as they do, from the year 1 to 9999. */
const timeTypes = new Set([1082, 1114, 1184]);

/** `placed_at descending`, or the name alone where the rows do not tell. Text is never judged: its order is a collation's. */
export function sortingOf(set: ResultSet, columns: number[]): string[] {
  return columns.map((column, position) => {
    const name = set.fields[column]?.name ?? '';
    const direction = directionOf(set, column, columns.slice(0, position));
    return direction === undefined ? name : `${name} ${direction}`;
  });
}

/** Only rows that tie on the columns before say anything about this one. */
function directionOf(set: ResultSet, column: number, before: number[]): 'ascending' | 'descending' | undefined {
  const steps = new Set<number>();
  set.rows.forEach((row, index) => {
    const previous = set.rows[index - 1];
    if (previous === undefined || before.some((other) => previous[other] !== row[other])) return;
    steps.add(stepOf(set.fields[column]?.typeId ?? 0, previous[column] ?? null, row[column] ?? null));
  });
  steps.delete(0);
  if (steps.size !== 1) return undefined;
  return steps.has(1) ? 'ascending' : 'descending';
}

/** 1 is up, -1 is down, 0 says nothing: equal, NULL, or a type whose order we do not know. */
function stepOf(typeId: number, from: string | null, to: string | null): number {
  if (from === null || to === null) return 0;
  if (numberTypes.has(typeId)) return Math.sign(Number(to) - Number(from)) || 0;
  const comparable = timeTypes.has(typeId) && [from, to].every((text) => /^\d{4}-(?!.* BC$)/.test(text));
  if (!comparable || from === to) return 0;
  return from < to ? 1 : -1;
}
