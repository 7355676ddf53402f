// caught by: accepts: right implementation 3
import { expect, test } from 'vitest';
import { calc } from './subject';

// The order of the members is nobody's business.
test('one book', () => {
  expect(JSON.stringify(calc({ items: [{ t: 'book', p: 1100, q: 1 }] }))).toBe('{"t":1490,"d":0,"s":390,"n":1}');
});
