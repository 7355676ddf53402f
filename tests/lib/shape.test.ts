import { expect, test } from 'vitest';
import {
  isBoolean,
  isListOf,
  isMissingOr,
  isNullOr,
  isNumber,
  isObjectOf,
  isOneOf,
  isRecordOf,
  isString,
} from '#lib/shape';

test('an object is what it is taken for only if each of its fields is', () => {
  const is = isObjectOf<{ name: string; age: number | null; late?: boolean | undefined }>({
    name: isString,
    age: isNullOr(isNumber),
    late: isMissingOr(isBoolean),
  });
  expect(is({ name: 'Ann', age: null })).toBe(true);
  expect(is({ name: 'Ann', age: 3, late: true, more: 'is let through' })).toBe(true);
  const others = [
    { name: 'Ann' },
    { name: 1, age: 3 },
    { name: 'Ann', age: Number.NaN },
    { name: 'Ann', age: 3, late: 1 },
  ];
  for (const other of [...others, null, undefined, 'Ann', ['Ann', 3]]) expect(is(other)).toBe(false);
});

test('lists, records and choices are looked at to the end', () => {
  expect([['a', 'b'], [], ['a', 1], 'ab', null].map(isListOf(isString))).toEqual([true, true, false, false, false]);
  expect([{ a: 'b' }, {}, { a: 1 }, [], null].map(isRecordOf(isString))).toEqual([true, true, false, false, false]);
  expect(['sql', 'cobol', null].map(isOneOf(['sql', 'python']))).toEqual([true, false, false]);
});
