import { describe, expect, test } from 'vitest';
import { compareResults } from '#sandbox/sql/compare';
import type { ResultSet } from '#sandbox/sql/query';

const types = { int: 23, numeric: 1700, float: 701, text: 25, json: 114, jsonb: 3802 };

function set(columns: Record<string, keyof typeof types>, ...rows: (string | null)[][]): ResultSet {
  return { fields: Object.entries(columns).map(([name, type]) => ({ name, typeId: types[type] })), rows };
}

function failure(expected: ResultSet, actual: ResultSet, order?: string[]) {
  const comparison = compareResults(expected, actual, order);
  if (comparison.equal) throw new Error('taken for equal');
  return comparison;
}

const one = (type: keyof typeof types, value: string | null) => set({ v: type }, [value]);

describe('values', () => {
  test.each([
    ['int', '1', 'numeric', '1.00'],
    ['numeric', '0', 'numeric', '-0.00'],
    ['numeric', '10', 'float', '1e+1'],
    ['numeric', '1200', 'float', '1.2e3'],
    ['numeric', '3.3333333333333333', 'numeric', '3.33333333333333333333'],
    ['float', '0.30000000000000004', 'numeric', '0.3'],
    ['float', '0.9999999999999999', 'int', '1'],
    ['json', '{"b":1, "a":[1,2]}', 'jsonb', '{"a": [1, 2], "b": 1}'],
    ['float', 'NaN', 'numeric', 'NaN'],
  ] as const)('%s %s equals %s %s', (aType, a, bType, b) => {
    expect(compareResults(one(aType, a), one(bType, b)).equal).toBe(true);
  });

  test.each([
    ['numeric', '1', 'numeric', '1.01'],
    ['numeric', '1234567890123.45', 'numeric', '1234567890123.46'],
    ['numeric', '9007199254740993', 'numeric', '9007199254740992'],
    ['numeric', '1', 'numeric', '-1'],
    ['numeric', '10', 'numeric', '1'],
    ['text', '1.0', 'text', '1'],
    ['text', 'a', 'text', 'A'],
    ['json', '[1,2]', 'json', '[2,1]'],
  ] as const)('%s %s differs from %s %s', (aType, a, bType, b) => {
    expect(compareResults(one(aType, a), one(bType, b)).equal).toBe(false);
  });

  test('NULL equals NULL and no text, not even the word', () => {
    expect(compareResults(one('text', null), one('text', null)).equal).toBe(true);
    expect(compareResults(one('text', null), one('text', 'null')).equal).toBe(false);
    expect(compareResults(one('text', null), one('text', '')).equal).toBe(false);
    expect(compareResults(one('int', '0'), one('int', null)).equal).toBe(false);
  });
});

describe('columns', () => {
  const expected = set({ id: 'int', name: 'text' }, ['1', 'Ada']);

  test('names must be equal, and the message shows both', () => {
    const { message } = failure(expected, set({ id: 'int', nom: 'text' }, ['1', 'Ada']));
    expect(message).toContain('id, name');
    expect(message).toContain('id, nom');
  });

  test('the right names in another order are called that', () => {
    expect(failure(expected, set({ name: 'text', id: 'int' }, ['Ada', '1'])).message).toContain('wrong order');
  });

  test('a column too many fails', () => {
    expect(compareResults(expected, set({ id: 'int', name: 'text', x: 'int' }, ['1', 'Ada', '2'])).equal).toBe(false);
  });
});

describe('bags', () => {
  const letters = (...values: string[]) => set({ v: 'text' }, ...values.map((value) => [value]));

  test('order does not matter, how often a row appears does', () => {
    expect(compareResults(letters('a', 'b', 'a'), letters('a', 'a', 'b')).equal).toBe(true);
    expect(failure(letters('a', 'b', 'a'), letters('a', 'b')).message).toContain('how often');
    expect(failure(letters('a', 'b'), letters('a', 'b', 'b')).message).toContain('1 row was not expected');
  });

  test('says when nothing came back, and when nothing should have', () => {
    expect(failure(letters('a', 'b'), letters()).message).toContain('returned no rows; 2 rows were expected');
    expect(failure(letters(), letters('a')).message).toContain('no rows were expected');
  });

  test('marks the one cell that differs, with its row beside the expected one', () => {
    const columns = { id: 'int', name: 'text', city: 'text' } as const;
    const expected = set(columns, ['1', 'Ada', 'Oslo'], ['2', 'Bo', 'Bergen'], ['3', 'Cy', 'Oslo']);
    const actual = set(columns, ['3', 'Cy', 'Oslo'], ['2', 'Bo', 'Oslo'], ['1', 'Ada', 'Oslo']);
    const { grids, message } = failure(expected, actual);
    expect(grids.differing).toEqual([[1, 2]]);
    expect(grids.actual.rows).toEqual([
      ['1', 'Ada', 'Oslo'],
      ['2', 'Bo', 'Oslo'],
      ['3', 'Cy', 'Oslo'],
    ]);
    expect(message).toBe(
      '1 row of 3 expected is missing, and 1 row was not expected.\nMissing: 2 | Bo | Bergen\nNot expected: 2 | Bo | Oslo',
    );
  });

  test('an extra row stands last and is marked as a whole', () => {
    const columns = { id: 'int', name: 'text' } as const;
    const { grids } = failure(set(columns, ['1', 'a']), set(columns, ['9', 'z'], ['1', 'a']));
    expect(grids.actual.rows).toEqual([
      ['1', 'a'],
      ['9', 'z'],
    ]);
    expect(grids.differing).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  test('a missing row keeps its place among the expected ones, and the marks keep to their cells', () => {
    const columns = { id: 'int', name: 'text' } as const;
    const expected = set(columns, ['1', 'a'], ['2', 'b'], ['3', 'c'], ['4', null]);
    const { grids, message } = failure(expected, set(columns, ['1', 'a'], ['3', 'x'], ['4', null]), ['id']);
    expect(grids.expected.rows).toEqual(expected.rows);
    expect(grids.differing).toEqual([[1, 1]]);
    expect(message).toContain('\nMissing: 2 | b; 3 | c\nNot expected: 3 | x');
  });

  test('the message names three missing rows and counts the others', () => {
    expect(failure(letters('a', 'b', 'c', 'd', 'e', 'f'), letters('a')).message).toContain(
      '\nMissing: b; c; d; and 2 more',
    );
  });

  test('of many rows those that differ are shown, and the others counted', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [String(index), 'same']);
    const columns = { id: 'int', name: 'text' } as const;
    const changed = rows.map((row, index) => (index === 299 ? ['299', 'other'] : row));
    const { grids } = failure(set(columns, ...rows), set(columns, ...changed));
    expect(grids.actual.rows).toHaveLength(50);
    expect(grids.actual.rowsOmitted).toBe(250);
    expect(grids.differing).toEqual([[49, 1]]);
  });
});

describe('order', () => {
  const columns = { name: 'text', total: 'int' } as const;
  const expected = set(columns, ['a', '9'], ['b', '5'], ['c', '5'], ['d', '1']);

  test('rows that tie may stand either way', () => {
    const actual = set(columns, ['a', '9'], ['c', '5'], ['b', '5'], ['d', '1']);
    expect(compareResults(expected, actual, ['total']).equal).toBe(true);
    expect(compareResults(expected, actual, ['total', 'name']).equal).toBe(false);
  });

  test('wrong order fails with the first row that is wrong, and passes without an order', () => {
    const actual = set(columns, ['d', '1'], ['b', '5'], ['c', '5'], ['a', '9']);
    const { message, grids } = failure(expected, actual, ['total']);
    expect(message).toContain('Sort by total descending: row 1 should have total = 9 and has total = 1');
    expect(grids.differing).toEqual([
      [0, 1],
      [3, 1],
    ]);
    expect(compareResults(expected, actual).equal).toBe(true);
  });

  test('the direction is named for columns where the reference shows it, and not guessed for text', () => {
    const actual = set(columns, ['d', '1'], ['b', '5'], ['c', '5'], ['a', '9']);
    expect(failure(expected, actual, ['total', 'name']).message).toContain(
      'Sort by total descending, then name: row 1',
    );
  });

  test('an order by a column that the reference lacks is a fault of the exercise', () => {
    expect(() => compareResults(expected, expected, ['price'])).toThrow('price');
  });
});
