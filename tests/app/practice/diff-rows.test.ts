import { expect, test } from 'vitest';
import { diffRows, diffSummary } from '../../../app/practice/[exercise]/diff-rows.ts';
import { reasonWords } from '../../../app/practice/[exercise]/history-words.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

test('a changed line is gone at its old place and new at its new one', () => {
  expect(diffRows('a\nb\nc\n', 'a\nx\nc\n')).toEqual([
    { kind: 'same', before: 1, after: 1, text: 'a' },
    { kind: 'removed', before: 2, after: null, text: 'b' },
    { kind: 'added', before: null, after: 2, text: 'x' },
    { kind: 'same', before: 3, after: 3, text: 'c' },
  ]);
});

test('long runs without a change are left out, three lines beside each change stay', () => {
  const before = lines(40);
  const rows = diffRows(before.join('\n'), [...before.slice(0, 20), 'new', ...before.slice(20)].join('\n'));
  expect(rows[0]).toEqual({ kind: 'left-out', count: 17 });
  expect(rows.at(-1)).toEqual({ kind: 'left-out', count: 17 });
  expect(rows.filter(({ kind }) => kind === 'same')).toHaveLength(6);
  expect(rows).toContainEqual({ kind: 'added', before: null, after: 21, text: 'new' });
});

test('an empty line counts as a line, a missing line feed at the end does not', () => {
  expect(diffSummary(diffRows('a\n', 'a'))).toBe('No difference');
  expect(diffSummary(diffRows('a', 'a\n\n'))).toBe('1 line added');
  expect(diffSummary(diffRows('', 'a\nb'))).toBe('2 lines added');
  expect(diffSummary(diffRows('a\nb\n', 'c\n'))).toBe('1 line added, 2 removed');
});

test('a version says why it was kept, and a submission how it ended', () => {
  const verdict = { status: 'failed', passedTests: 3, totalTests: 9 };
  expect(reasonWords({ reason: 'edit', verdict: null })).toBe('While editing');
  expect(reasonWords({ reason: 'submit', verdict })).toBe('Submitted: not passed, 3 of 9 tests');
  expect(reasonWords({ reason: 'submit', verdict: { ...verdict, status: 'errored', passedTests: 0 } })).toBe(
    'Submitted: stopped by an error',
  );
});
