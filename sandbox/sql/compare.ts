import type { GridComparison } from '#lib/verdict';
import { columnKey, type ToKey } from './cell-value.ts';
import { alignedGrids, plainGrids, type Alignment } from './grids.ts';
import { sqlMessages } from './messages.ts';
import type { Field, ResultSet } from './query.ts';
import { sortingOf } from './sorting.ts';

export type Comparison = { equal: true } | { equal: false; message: string; grids: GridComparison };

type Row = (string | null)[];

/**
 * Compares a learner's rows with the reference's: column names in order, then the rows as a bag, then, where `order`
 * names columns, their order by those columns, in which rows that tie may stand either way.
 */
export function compareResults(expected: ResultSet, actual: ResultSet, order: string[] = []): Comparison {
  const names = expected.fields.map(({ name }) => name);
  const actualNames = actual.fields.map(({ name }) => name);
  if (JSON.stringify(names) !== JSON.stringify(actualNames)) {
    return different(sqlMessages.columns(names, actualNames), plainGrids(expected, actual));
  }
  const keys = expected.fields.map((field, index) => columnKey(field, actual.fields[index] as Field));
  const rowKey = (row: Row) => JSON.stringify(cellKeys(row, keys));
  const alignment = align(expected.rows, actual.rows, rowKey, keys);
  if (alignment.missing.length + alignment.extra.length > 0) {
    return different(describe(expected, actual, alignment, rowKey), alignedGrids(expected, actual, alignment, keys));
  }
  return compareOrder(expected, actual, order, keys);
}

const different = (message: string, grids: GridComparison): Comparison => ({ equal: false, message, grids });
const cellKeys = (row: Row, keys: ToKey[]) => row.map((cell, index) => keys[index]?.(cell) ?? '');

/** Takes equal rows away from both sides first, each as often as it appears on both. */
function align(expected: Row[], actual: Row[], rowKey: (row: Row) => string, keys: ToKey[]): Alignment {
  const waiting = new Map<string, number[]>();
  actual.forEach((row, index) => {
    const key = rowKey(row);
    const indexes = waiting.get(key);
    if (indexes === undefined) waiting.set(key, [index]);
    else indexes.push(index);
  });
  const pairs: Alignment['pairs'] = [];
  const missing: number[] = [];
  // From the front, so that repeated rows keep their order; reversed once instead of shifting an array many times.
  for (const indexes of waiting.values()) indexes.reverse();
  expected.forEach((row, index) => {
    const partner = waiting.get(rowKey(row))?.pop();
    if (partner === undefined) missing.push(index);
    else pairs.push([index, partner]);
  });
  const extra = [...waiting.values()].flat().sort((a, b) => a - b);
  return { pairs, missing, extra, likely: likelyPairs(expected, actual, missing, extra, keys) };
}

/** Beyond this many leftovers of either side, looking at all pairs costs more than the marks are worth. */
const likelyMax = 200;

/** Puts each missing row beside the unexpected one that shares most cells with it, so that few cells are marked. */
function likelyPairs(expected: Row[], actual: Row[], missing: number[], extra: number[], keys: ToKey[]) {
  const lefts = missing.slice(0, likelyMax).map((index) => ({ index, cells: cellKeys(expected[index] as Row, keys) }));
  const rights = extra.slice(0, likelyMax).map((index) => ({ index, cells: cellKeys(actual[index] as Row, keys) }));
  const candidates = lefts.flatMap((left) =>
    rights.map((right) => ({
      left: left.index,
      right: right.index,
      shared: left.cells.filter((cell, column) => cell === right.cells[column]).length,
    })),
  );
  candidates.sort((a, b) => b.shared - a.shared || a.left - b.left || a.right - b.right);
  const taken = { left: new Set<number>(), right: new Set<number>() };
  const pairs: [number, number][] = [];
  for (const { left, right, shared } of candidates) {
    if (shared === 0 || taken.left.has(left) || taken.right.has(right)) continue;
    taken.left.add(left);
    taken.right.add(right);
    pairs.push([left, right]);
  }
  return pairs;
}

function describe(expected: ResultSet, actual: ResultSet, { missing, extra }: Alignment, rowKey: (row: Row) => string) {
  if (actual.rows.length === 0) return sqlMessages.noRows(expected.rows.length);
  if (expected.rows.length === 0) return sqlMessages.shouldBeEmpty(actual.rows.length);
  const distinct = (rows: Row[]) => [...new Set(rows.map(rowKey))].sort().join('\n');
  const duplicates = distinct(expected.rows) === distinct(actual.rows);
  const pick = (rows: Row[], indexes: number[]) => indexes.map((index) => rows[index] ?? []);
  return sqlMessages.rows(pick(expected.rows, missing), pick(actual.rows, extra), expected.rows.length, duplicates);
}

function compareOrder(expected: ResultSet, actual: ResultSet, order: string[], keys: ToKey[]): Comparison {
  const columns = order.map((name) => {
    const index = expected.fields.findIndex((field) => field.name === name);
    if (index < 0) throw new Error(`order names ${name}, which is no column of the reference`);
    return index;
  });
  const wrong = actual.rows.flatMap((row, rowIndex) =>
    columns.flatMap((column): [number, number][] => {
      const key = keys[column] as ToKey;
      return key(row[column] ?? null) === key(expected.rows[rowIndex]?.[column] ?? null) ? [] : [[rowIndex, column]];
    }),
  );
  const first = wrong[0];
  if (first === undefined) return { equal: true };
  const [row, column] = first;
  const say = (set: ResultSet) => `${set.fields[column]?.name} = ${set.rows[row]?.[column] ?? 'NULL'}`;
  const message = sqlMessages.order(row + 1, sortingOf(expected, columns), say(expected), say(actual));
  return different(message, plainGrids(expected, actual, wrong));
}
