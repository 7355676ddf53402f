import { expect, test } from 'vitest';
import { grouped, labGroups, suiteGroups } from '#components/test-groups';
import { TestReport } from '#components/test-report';
import type { TestResult } from '#lib/verdict';
import { wordsOf } from './render.ts';

const result = (name: string, status: TestResult['status'] = 'passed'): TestResult => ({
  name,
  status,
  hidden: false,
  durationMs: 3,
  did: [],
});
const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

test('right implementations and defects have a heading each, and words of their own', () => {
  const tests = [result('accepts: a Map'), result('catches: never expires', 'failed'), result('catches: off by one')];
  const words = wordsOf(TestReport, { tests, groups: suiteGroups });
  expect(words).toContain('Right implementations a Map Accepted');
  expect(words).toContain('Defects never expires Survived');
  expect(words).toContain('off by one Caught');
});

test('a lab has a heading for each of its gates, and words that fit them', () => {
  const tests = [
    result('exploit: works on the vulnerable service'),
    result('patch: stops variant 1', 'failed'),
    result('works: shows a note'),
  ];
  const words = wordsOf(TestReport, { tests, groups: labGroups });
  expect(words).toContain('Your exploit works on the vulnerable service Works');
  expect(words).toContain('Your patch stops variant 1 Still works');
  expect(words).toContain('What the service is for shows a note Passed');
});

test('names that belong to no group come last', () => {
  const parts = grouped([result('Hidden test'), result('catches: a'), result('accepts: b')], suiteGroups);
  expect(parts.map(({ group, rows }) => [group?.title ?? null, ...names(rows)])).toEqual([
    ['Right implementations', 'accepts: b'],
    ['Defects', 'catches: a'],
    [null, 'Hidden test'],
  ]);
});

test('where no name is of a group there is one plain list, in order', () => {
  const parts = grouped([result('b'), result('a')], suiteGroups);
  expect(parts).toEqual([{ group: null, rows: [result('b'), result('a')] }]);
  expect(wordsOf(TestReport, { tests: [result('catches: a')] })).toContain('catches: a Passed');
});
