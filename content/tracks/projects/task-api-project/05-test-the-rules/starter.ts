import { describe, expect, test } from 'vitest';
import { changed, may } from './subject';

describe('may', () => {
  test('lets everybody read', () => {
    expect(may('read', { role: 'viewer', person: 1 })).toBe('yes');
  });
});

describe('changed', () => {
  test('adds somebody', () => {
    expect(changed([{ person: 1, role: 'owner' }], { person: 2, role: 'viewer' })).toHaveLength(2);
  });
});
