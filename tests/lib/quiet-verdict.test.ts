import { expect, test } from 'vitest';
import { quietEvent, quietVerdict } from '#lib/quiet-verdict';
import type { TestResult, Verdict } from '#lib/verdict';

const result = (name: string, status: TestResult['status']): TestResult => ({
  ...{ name, status, hidden: true, durationMs: 1, did: [] },
});
const tests = [result('one', 'passed'), result('two', 'failed'), result('three', 'errored'), result('four', 'not-run')];
const verdict = (status: 'passed' | 'failed', of: TestResult[]): Verdict => ({
  ...{ version: 1, status, tests: of, durationMs: 5 },
});

test('of a failed submission the first failure is told and no other test', () => {
  expect(quietVerdict(verdict('failed', tests))).toMatchObject({ status: 'failed', tests: [{ name: 'two' }] });
});

const finding = (severity: 'major' | 'minor', status: TestResult['status']): TestResult => ({
  ...result(`a ${severity} one`, status),
  answer: { type: 'finding', severity, lines: [] },
});
const falseMark: TestResult = {
  ...result('a false mark', 'failed'),
  answer: { type: 'false-mark', lines: { from: 3, to: 3 }, defect: 'A secret is printed' },
};

test('of a review that does not pass the cause is told, and not a minor finding before it', () => {
  const minor = finding('minor', 'failed');
  const told = (...of: TestResult[]) => quietVerdict(verdict('failed', of));
  expect(told(minor, finding('major', 'failed'), falseMark)).toMatchObject({ tests: [{ name: 'a major one' }] });
  // With every major finding found, what is wrong is that too many marks are false.
  expect(told(finding('major', 'passed'), minor, falseMark)).toMatchObject({ tests: [{ name: 'a false mark' }] });
});

test('of a pass no test is named', () => {
  expect(quietVerdict(verdict('passed', [result('one', 'passed')]))).toMatchObject({ status: 'passed', tests: [] });
  const withMinorMissed = verdict('passed', [result('one', 'passed'), result('two', 'failed')]);
  expect(quietVerdict(withMinorMissed)).toMatchObject({ status: 'passed', tests: [] });
});

test('while it is graded neither the tests nor their number are told', () => {
  expect(quietEvent({ type: 'test', index: 0, result: tests[0]! })).toBeNull();
  expect(quietEvent({ type: 'started', testCount: 7 })).toEqual({ type: 'started', testCount: 0 });
  expect(quietEvent({ type: 'stored', submission: 'sub_1' })).toEqual({ type: 'stored', submission: 'sub_1' });
});
