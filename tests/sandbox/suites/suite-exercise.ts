import type { Exercise, Implementation } from '#content/exercise';
import { codeExercise } from '../exercises.ts';

/** A page of a list: the code under test of these tests, and the mistakes that a suite has to find. */
const page = (
  body: string,
): string => `export function page<Item>(items: Item[], size: number, after = 0): { items: Item[]; next: number | null } {
  if (!Number.isInteger(size) || size < 1) throw new RangeError('size must be at least 1');
  ${body}
}
`;
const end =
  'const end = after + size; return { items: items.slice(after, end), next: end < items.length ? end : null };';

type Source = { name: string; source: string; hidden?: boolean };

export const right: Source[] = [
  { name: 'subject.ts', source: page(end), hidden: false },
  {
    name: 'correct/loop.ts',
    source: page(
      'const found: Item[] = []; let at = after; while (at < items.length && found.length < size) found.push(items[at++] as Item); return { items: found, next: at < items.length ? at : null };',
    ),
  },
];

export const defects: Source[] = [
  {
    name: 'defects/cursor-after-the-last.ts',
    hidden: false,
    source: page(end.replace('end < items.length', 'end <= items.length')),
  },
  { name: 'defects/first-page-always.ts', source: page(end.replace('slice(after, end)', 'slice(0, size)')) },
  { name: 'defects/one-too-many.ts', source: page(end.replace('slice(after, end)', 'slice(after, end + 1)')) },
  {
    name: 'defects/no-check.ts',
    source: page(end).replace("throw new RangeError('size must be at least 1')", 'size = 1'),
  },
  { name: 'defects/plain-error.ts', source: page(end).replace('RangeError', 'Error') },
];

/** An exercise of kind tests that lies on no disk. */
export function suiteExercise(
  given: { right?: Source[]; defects?: Source[]; limits?: Exercise['meta']['limits'] } = {},
): Exercise {
  const make =
    (isRight: boolean) =>
    (one: Source): Implementation => ({
      ...one,
      isRight,
      hidden: one.hidden ?? true,
      title: isRight ? '' : `has the defect ${one.name.slice('defects/'.length, -'.ts'.length)}`,
      hint: isRight ? '' : 'Look at the end of the list.',
    });
  const all = [...(given.right ?? right).map(make(true)), ...(given.defects ?? defects).map(make(false))];
  const exercise = codeExercise({ tests: '', ...(given.limits && { limits: given.limits }) });
  return {
    ...exercise,
    meta: { ...exercise.meta, kind: 'tests' },
    implementations: [...all.filter(({ hidden }) => !hidden), ...all.filter(({ hidden }) => hidden)],
  };
}

export const honestSuite = `import { describe, expect, test } from 'vitest';
import { page } from './subject';

const letters = ['a', 'b', 'c', 'd'];

describe('page', () => {
  test('begins at the start', () => {
    expect(page(letters, 3)).toEqual({ items: ['a', 'b', 'c'], next: 3 });
  });
  test('goes on where the page before ended', () => {
    expect(page(letters, 3, 3)).toEqual({ items: ['d'], next: null });
  });
  test('ends with a full page', () => {
    expect(page(letters, 2, 2)).toEqual({ items: ['c', 'd'], next: null });
  });
  test.each([0, -1, 1.5])('refuses a size of %d', (size) => {
    expect(() => page(letters, size)).toThrow(RangeError);
  });
});
`;
