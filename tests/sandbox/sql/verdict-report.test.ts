import { expect, test } from 'vitest';
import { verdictReport } from '../../../scripts/verdict-report.ts';
import { sqlExercise } from './exercise-literal.ts';

test('a report says what went wrong before it shows the data', () => {
  const did = ['-- hidden', 'insert into customers values (1);'];
  const failed = { name: 'hidden', hidden: true, durationMs: 1, did, message: 'One row is missing.' };
  const report = verdictReport(sqlExercise({ solution: 'select 1' }), {
    version: 1,
    status: 'failed',
    tests: [{ ...failed, status: 'failed' }],
    durationMs: 1,
  });
  expect(report.indexOf('One row is missing.')).toBeGreaterThan(-1);
  expect(report.indexOf('One row is missing.')).toBeLessThan(report.indexOf('insert into'));
});
