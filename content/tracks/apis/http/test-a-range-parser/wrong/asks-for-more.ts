// caught by: accepts: the right implementation
import { expect, test } from 'vitest';
import { parseRange } from './subject';

// The contract knows no error: what is malformed is ignored.
test('throws on a malformed range', () => {
  expect(() => parseRange('bytes=abc', 10)).toThrow();
});
