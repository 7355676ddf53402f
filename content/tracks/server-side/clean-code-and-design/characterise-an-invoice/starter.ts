import { describe, expect, test } from 'vitest';
import { calc } from './subject';

describe('calc', () => {
  test('one book', () => {
    expect(calc({ items: [{ t: 'book', p: 1100, q: 1 }] })).toEqual({ t: 1490, d: 0, s: 390, n: 1 });
  });
});
