import { describe, expect, test } from 'vitest';
import { parseRange } from './subject';

describe('parseRange', () => {
  test('reads a range inside the file', () => {
    expect(parseRange('bytes=2-4', 10_000)).toMatchObject({ start: 2 });
  });
});
