import { expect, test } from 'vitest';
import { misjudged, PlanTree } from '#components/plan-tree';
import type { PlanNode } from '#lib/verdict';
import { htmlOf, wordsOf } from './render.ts';

const scan: PlanNode = {
  node: 'Index Scan',
  relation: 'orders',
  index: 'orders_customer_id',
  details: [['Index Cond', '(customer_id = 7)']],
  rowsPlanned: 3,
  rowsActual: 6,
  loops: 2,
  buffers: 5,
  children: [],
};
const limit: PlanNode = {
  node: 'Limit',
  details: [],
  rowsPlanned: 12,
  rowsActual: 48_211,
  loops: 1,
  buffers: 1840,
  children: [scan],
};

test('a step says what it reads, by which index and under which conditions', () => {
  expect(wordsOf(PlanTree, { plan: scan })).toContain(
    'Index Scan on orders using orders_customer_id Index Cond (customer_id = 7)',
  );
});

test('a step stands in a list inside the step that takes its rows', () => {
  const html = htmlOf(PlanTree, { plan: limit });
  expect(html.indexOf('Index Scan')).toBeGreaterThan(html.indexOf('Limit'));
  expect(html.match(/<ul/g)).toHaveLength(2);
});

test('rows of all loops are compared with the plan, which is about one', () => {
  const words = wordsOf(PlanTree, { plan: scan });
  expect(words).toContain('6 rows, 6 planned, in 2 loops');
  expect(words).not.toContain('≠');
});

test('ten times too few or too many planned is marked in words', () => {
  expect(wordsOf(PlanTree, { plan: limit })).toContain('≠ 4 018 times more than planned');
  expect(misjudged(1000, 100)).toBe('10 times fewer than planned');
  expect(misjudged(1000, 101)).toBeNull();
  expect(misjudged(0, 9)).toBeNull();
});

test('below a limit fewer rows than planned are no mistake, as far as rows are taken one by one', () => {
  const step = { ...scan, rowsPlanned: 5997, rowsActual: 20, loops: 1 };
  const sort = { ...step, node: 'Sort', children: [{ ...step, rowsPlanned: 60_000, rowsActual: 5997 }] };
  const words = wordsOf(PlanTree, { plan: { ...limit, rowsPlanned: 20, rowsActual: 20, children: [sort] } });
  expect(words).not.toContain('300 times');
  expect(words).toContain('≠ 10 times fewer than planned');
});

test('a plan that was not run shows what was planned, and a step that never ran says so', () => {
  expect(wordsOf(PlanTree, { plan: { ...scan, rowsActual: null, loops: null, buffers: null } })).toContain(
    '3 rows planned',
  );
  expect(wordsOf(PlanTree, { plan: { ...scan, rowsActual: 0, loops: 0 } })).toContain('3 rows planned, never run');
});
