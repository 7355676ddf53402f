import { describe, expect, test } from 'vitest';
import { parseRange } from './subject';

describe('parseRange', () => {
  test.each([
    ['bytes=0-499', 10_000, 0, 499],
    ['bytes=500-999', 10_000, 500, 999],
    ['bytes=0-0', 10_000, 0, 0],
    ['bytes=9999-9999', 10_000, 9999, 9999],
    ['bytes=9000-9999', 10_000, 9000, 9999],
    ['bytes=9000-10000', 10_000, 9000, 9999],
    ['bytes=0-499', 1, 0, 0],
    ['BYTES=0-1', 10, 0, 1],
  ])('%s of %i bytes is %i to %i', (header, size, start, end) => {
    expect(parseRange(header, size)).toEqual({ start, end });
  });

  test.each([
    ['bytes=500-', 10_000, 500, 9999],
    ['bytes=0-', 10_000, 0, 9999],
    ['bytes=9999-', 10_000, 9999, 9999],
  ])('%s of %i bytes goes to the last byte', (header, size, start, end) => {
    expect(parseRange(header, size)).toEqual({ start, end });
  });

  test.each([
    ['bytes=-500', 10_000, 9500, 9999],
    ['bytes=-1', 10_000, 9999, 9999],
    ['bytes=-10000', 10_000, 0, 9999],
    ['bytes=-10001', 10_000, 0, 9999],
  ])('%s of %i bytes counts from the end', (header, size, start, end) => {
    expect(parseRange(header, size)).toEqual({ start, end });
  });

  test.each([
    ['bytes=10000-', 10_000],
    ['bytes=10000-10001', 10_000],
    ['bytes=20000-', 10_000],
    ['bytes=-0', 10_000],
    ['bytes=0-', 0],
    ['bytes=-5', 0],
  ])('%s of %i bytes is unsatisfiable', (header, size) => {
    expect(parseRange(header, size)).toBe('unsatisfiable');
  });

  test.each([
    'bytes=499-0',
    'bytes=20000-10000',
    'bytes=-',
    'bytes=0-1,3-4',
    'bytes=0-1x',
    'bytes=x-1',
    'bytes= 0-1',
    'lines=0-1',
    '0-1',
    '',
  ])('%j is ignored', (header) => {
    expect(parseRange(header, 10_000)).toBe('ignored');
  });
});
