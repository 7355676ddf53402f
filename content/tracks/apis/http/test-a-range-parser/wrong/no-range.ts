// caught by: catches: refuses an end before the start instead of ignoring it
import { expect, test } from 'vitest';
import { parseRange } from './subject';

test('reads the three forms', () => {
  expect(parseRange('bytes=0-9', 10)).toEqual({ start: 0, end: 9 });
  expect(parseRange('bytes=9-', 10)).toEqual({ start: 9, end: 9 });
  expect(parseRange('bytes=-1', 10)).toEqual({ start: 9, end: 9 });
});

// Ignored and unsatisfiable are the same to this test.
test.each(['bytes=9-5', 'bytes=10-', 'bytes=-0', 'bytes=-', 'lines=1-2'])('finds no range in %s', (header) => {
  expect(typeof parseRange(header, 10)).toBe('string');
});
