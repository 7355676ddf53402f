import { expect, test } from 'vitest';
import { gridOf, wasPredicted } from '#lib/printed';
import type { RunOutcome } from '#lib/verdict';

const ran = (console: string, rows?: (string | null)[][]): Extract<RunOutcome, { status: 'ran' }> => ({
  version: 1,
  status: 'ran',
  console,
  durationMs: 1,
  ...(rows && { grid: { columns: ['title', 'price'], rows, rowsOmitted: 0 } }),
});

test('rows written in a lesson become a grid, with NULL as null', () => {
  expect(gridOf('title | price\nSlow Queries | NULL\n')).toEqual({
    columns: ['title', 'price'],
    rows: [['Slow Queries', null]],
    rowsOmitted: 0,
  });
});

test('a prediction is right whatever its spaces and quotes', () => {
  expect(wasPredicted("[1, 2, 'a']", ran('[1,2,"a"]\n'))).toBe(true);
  expect(wasPredicted('[1, 2]', ran('[1,2,3]\n'))).toBe(false);
});

test('lines count: two on one line are not two lines', () => {
  expect(wasPredicted('1 2', ran('1\n2\n'))).toBe(false);
});

test('rows may be predicted with or without their header', () => {
  const outcome = ran('', [['Slow Queries', '11.00']]);
  expect(wasPredicted('title | price\nSlow Queries | 11.00', outcome)).toBe(true);
  expect(wasPredicted('Slow Queries 11.00', outcome)).toBe(true);
  expect(wasPredicted('Slow Queries 12.00', outcome)).toBe(false);
});
