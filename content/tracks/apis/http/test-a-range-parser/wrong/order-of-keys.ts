// caught by: accepts: right implementation 2
import { expect, test } from 'vitest';
import { parseRange } from './subject';

// The text of the object depends on the order in which its properties were made.
test('reads a range', () => {
  expect(JSON.stringify(parseRange('bytes=0-9', 10))).toBe('{"start":0,"end":9}');
});
