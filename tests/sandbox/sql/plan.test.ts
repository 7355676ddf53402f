import { expect, test } from 'vitest';
import { readPlan } from '#sandbox/sql/plan';

const explained = (plan: object) => JSON.stringify([{ Plan: plan }]);

test('what PostgreSQL counts for each loop is told for all loops together, and what it counts once as it is', () => {
  const plan = readPlan(
    explained({
      'Node Type': 'Index Scan',
      'Relation Name': 'orders',
      'Index Name': 'orders_customer_idx',
      Filter: 'paid',
      'Plan Rows': 4,
      'Actual Rows': 2.5,
      'Actual Loops': 10,
      'Rows Removed by Filter': 3,
      'Heap Fetches': 7,
      'Shared Hit Blocks': 20,
      'Shared Read Blocks': 1,
    }),
  );
  expect(plan?.root).toMatchObject({ rowsPlanned: 4, rowsActual: 25, loops: 10, buffers: 21 });
  expect(plan?.root.details).toEqual([
    ['Filter', 'paid'],
    ['Rows Removed by Filter', '30'],
    ['Heap Fetches', '7'],
  ]);
  expect(plan === null ? 0 : plan.read.get(plan.root)).toBe(55);
});

test('a plan that was not run has no rows but those that are planned', () => {
  const plan = readPlan(explained({ 'Node Type': 'Seq Scan', 'Plan Rows': 4 }));
  expect(plan?.root).toMatchObject({ rowsActual: null, loops: null, buffers: null });
});

test('what is no plan is none', () => {
  for (const text of ['', '{}', '[]', 'Seq Scan on orders']) expect(readPlan(text)).toBe(null);
});
