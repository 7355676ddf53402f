import { expect, test } from 'vitest';
import type { TestResult } from '#lib/verdict';
import { toldWords } from '../../../app/interview/mocks/[mock]/room/told-words.ts';
import { resultsOf } from '../../../app/practice/[exercise]/review/results.ts';

const judged = (name: string, status: TestResult['status'], answer: TestResult['answer']): TestResult => ({
  ...{ name, status, hidden: false, durationMs: 0, did: [], answer },
});
const finding = (status: TestResult['status'], severity: 'major' | 'minor', line: number | null) =>
  judged(`Line ${line}: found`, status, {
    type: 'finding',
    severity,
    lines: line === null ? [] : [{ from: line, to: line }],
  });
const falseMark = (line: number) =>
  judged(`Line ${line}: false`, 'failed', { type: 'false-mark', lines: { from: line, to: line }, defect: 'false' });
/** As the judge tells them: what was found, what was missed by its lines, what is no finding. */
const tests = [
  finding('passed', 'minor', 2),
  finding('passed', 'major', 9),
  finding('failed', 'minor', null),
  finding('failed', 'major', null),
  falseMark(7),
  falseMark(1),
];
const inWords = (results: ReturnType<typeof resultsOf>) =>
  results.map(({ kind, severity, lines }) => [kind, severity, lines[0]?.from].filter(Boolean).join(' '));

test('what keeps a review from passing stands before a minor finding that does not', () => {
  expect(inWords(resultsOf(tests, null))).toEqual([
    'found minor 2',
    'found major 9',
    'missed major',
    'false-mark 7',
    'false-mark 1',
    'missed minor',
  ]);
});

test('findings that were asked for stand in the same order, what was found once', () => {
  const shown = ([9, 12, 20] as const).map((line) => ({
    ...{ id: `${line}`, defect: `at ${line}`, explanation: 'Why.', lines: [{ from: line, to: line }] },
    severity: line === 12 ? ('minor' as const) : ('major' as const),
  }));
  expect(inWords(resultsOf(tests, shown))).toEqual([
    'found minor 2',
    'found major 9',
    'missed major 20',
    'false-mark 7',
    'false-mark 1',
    'missed minor 12',
  ]);
});

test('in an interview the one thing that is told has its reason beside it', () => {
  const [missed] = resultsOf([finding('failed', 'major', null)], null);
  const [wrong] = resultsOf([falseMark(3)], null);
  expect(toldWords(missed!, 1)).toBe('At least one major finding is still open.');
  expect(toldWords(wrong!, 2)).toContain('too many marks are false: at most 2 may be.');
  expect(toldWords(wrong!, 1)).toContain('at most one may be.');
  expect(toldWords(wrong!, 0)).toContain('none may be.');
});
