// caught by: catches: lets an editor remove a task that has no maker
import { describe, expect, test } from 'vitest';
import { changed, may } from './subject';

// One row for each line of the table that the rules are written as; "own" and "other" are the two sides of a condition.
describe.each([
  ['read', {}, 'yes', 'yes', 'yes'],
  ['make-task', {}, 'forbidden', 'yes', 'yes'],
  ['change-task', { maker: 7 }, 'forbidden', 'yes', 'yes'],
  ['change-task', { maker: 8 }, 'forbidden', 'yes', 'yes'],
  ['remove-task', { maker: 7 }, 'forbidden', 'yes', 'yes'],
  ['remove-task', { maker: 8 }, 'forbidden', 'forbidden', 'yes'],
  ['set-role', { member: 8 }, 'forbidden', 'forbidden', 'yes'],
  ['set-role', { member: 7 }, 'forbidden', 'forbidden', 'yes'],
  ['remove-member', { member: 7 }, 'yes', 'yes', 'yes'],
  ['remove-member', { member: 8 }, 'forbidden', 'forbidden', 'yes'],
] as const)('%s with %j, by person 7', (action, more, viewer, editor, owner) => {
  test.each([
    ['a viewer', 'viewer', viewer],
    ['an editor', 'editor', editor],
    ['an owner', 'owner', owner],
    ['no member', null, 'not-found'],
  ] as const)('%s', (_who, role, expected) => {
    expect(may(action, { role, person: 7, ...more })).toBe(expected);
  });
});

describe('changed', () => {
  const board = () => [
    { person: 3, role: 'editor' as const },
    { person: 1, role: 'owner' as const },
    { person: 2, role: 'viewer' as const },
  ];
  const errorOf = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return (error as Error).name;
    }
    return 'nothing was thrown';
  };

  test('adds somebody, lowest person first', () => {
    expect(changed([...board(), { person: 10, role: 'viewer' }], { person: 9, role: 'editor' })).toEqual([
      { person: 1, role: 'owner' },
      { person: 2, role: 'viewer' },
      { person: 3, role: 'editor' },
      { person: 9, role: 'editor' },
      { person: 10, role: 'viewer' },
    ]);
  });

  test('changes the role of a member, who is there once', () => {
    expect(changed(board(), { person: 2, role: 'owner' })).toEqual([
      { person: 1, role: 'owner' },
      { person: 2, role: 'owner' },
      { person: 3, role: 'editor' },
    ]);
  });

  test('takes somebody off', () => {
    expect(changed(board(), { person: 2, role: null }).map(({ person }) => person)).toEqual([1, 3]);
  });

  test.each([null, 'viewer', 'editor'] as const)('keeps the last owner from becoming %s', (role) => {
    expect(errorOf(() => changed(board(), { person: 1, role }))).toBe('LastOwner');
  });

  test('lets one of two owners go, and an owner stay one', () => {
    const two = [...board(), { person: 4, role: 'owner' as const }];
    expect(changed(two, { person: 1, role: null })).toContainEqual({ person: 4, role: 'owner' });
    expect(changed(two, { person: 1, role: 'viewer' })).toContainEqual({ person: 1, role: 'viewer' });
    expect(changed(board(), { person: 1, role: 'owner' })).toHaveLength(3);
  });

  test('takes nobody off who is not there', () => {
    expect(errorOf(() => changed(board(), { person: 9, role: null }))).toBe('NotFound');
  });

  test('leaves the given list and its entries alone', () => {
    const given = board();
    changed(given, { person: 2, role: 'owner' });
    changed(given, { person: 3, role: null });
    changed(given, { person: 9, role: 'viewer' });
    expect(given).toEqual(board());
  });
});
