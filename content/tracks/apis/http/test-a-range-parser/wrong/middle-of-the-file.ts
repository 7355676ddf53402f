// caught by: catches: refuses the last byte of the file
import { expect, test } from 'vitest';
import { parseRange } from './subject';

test.each([
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=100-', { start: 100, end: 999 }],
  ['bytes=-100', { start: 900, end: 999 }],
  ['bytes=5000-', 'unsatisfiable'],
  ['bytes=nonsense', 'ignored'],
])('%s', (header, expected) => {
  expect(parseRange(header, 1000)).toEqual(expected);
});
