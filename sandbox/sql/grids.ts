import type { Grid, GridComparison } from '#lib/verdict';
import type { ToKey } from './cell-value.ts';
import { sqlLimits } from './limits.ts';
import { sqlMessages } from './messages.ts';
import type { ResultSet } from './query.ts';

/** Row numbers on both sides: `pairs` are equal, `likely` are the same row with other values, the rest is alone. */
export type Alignment = {
  pairs: [number, number][];
  likely: [number, number][];
  missing: number[];
  extra: number[];
};

export function gridOf(set: ResultSet, rowsMax: number): Grid {
  return {
    columns: set.fields.map(({ name }) => name),
    rows: set.rows.slice(0, rowsMax).map((row) => row.map(shortened)),
    rowsOmitted: Math.max(0, set.rows.length - rowsMax),
  };
}

/** Both sides as they came. */
export function plainGrids(expected: ResultSet, actual: ResultSet, differing: [number, number][] = []): GridComparison {
  return {
    expected: gridOf(expected, sqlLimits.gridRowsMax),
    actual: gridOf(actual, sqlLimits.gridRowsMax),
    differing: differing.filter(([row]) => row < sqlLimits.gridRowsMax),
  };
}

/**
 * Both sides in the reference's order; rows that it lacks stand last. Expected rows are never moved, since their order
 * may be what the exercise asks for, so partners share a line only down to the first missing row. When not everything
 * fits, equal rows give way, because they are what nobody needs to see.
 */
export function alignedGrids(
  expected: ResultSet,
  actual: ResultSet,
  { pairs, likely, missing, extra }: Alignment,
  keys: ToKey[],
): GridComparison {
  const likelyLeft = new Set(likely.map(([left]) => left));
  const likelyRight = new Set(likely.map(([, right]) => right));
  const lonelyLeft = missing.filter((index) => !likelyLeft.has(index));
  const lonelyRight = extra.filter((index) => !likelyRight.has(index));
  const room = sqlLimits.gridRowsMax - likely.length - Math.max(lonelyLeft.length, lonelyRight.length);
  const lines = [...likely, ...pairs.slice(0, Math.max(0, room))].sort(([a], [b]) => a - b);
  const pick = (set: ResultSet, indexes: number[]): ResultSet => ({
    fields: set.fields,
    rows: indexes.map((index) => set.rows[index] ?? []),
  });
  const left = pick(
    expected,
    [...lines.map(([index]) => index), ...lonelyLeft].sort((a, b) => a - b),
  );
  const right = pick(actual, [...lines.map(([, index]) => index), ...lonelyRight]);
  const differing = right.rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column): [number, number][] => {
      const line = lines[rowIndex];
      const partner = line && expected.rows[line[0]];
      const key = keys[column] as ToKey;
      return partner !== undefined && key(cell) === key(partner[column] ?? null) ? [] : [[rowIndex, column]];
    }),
  );
  const grids = plainGrids(left, right, differing);
  return {
    ...grids,
    expected: { ...grids.expected, rowsOmitted: expected.rows.length - grids.expected.rows.length },
    actual: { ...grids.actual, rowsOmitted: actual.rows.length - grids.actual.rows.length },
  };
}

function shortened(cell: string | null): string | null {
  if (cell === null || cell.length <= sqlLimits.cellCharsMax) return cell;
  return cell.slice(0, sqlLimits.cellCharsMax) + sqlMessages.cellCut;
}
