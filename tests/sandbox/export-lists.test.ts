import { describe, expect, test } from 'vitest';
import { splitExportLists } from '#sandbox/javascript/export-lists';
import { transpile } from '#sandbox/javascript/transpile';

/** What the file exports once it has run. */
function exportsOf(source: string): Record<string, unknown> {
  const transpiled = transpile(source, 'solution.ts');
  if (!transpiled.ok) throw new Error(transpiled.message);
  const exports: Record<string, unknown> = {};
  new Function('exports', transpiled.code)(exports);
  return exports;
}

describe('an export of several names at once', () => {
  test('exports each of them, with types, generics, functions and templates in between', () => {
    const source = `export const table: Map<string, number> = new Map<string, number>([['a', 1]]),
  pair = <T, U>(one: T, other: U): [T, U] => { const first = one, second = other; return [first, second]; },
  text = \`\${[1, 2].join()}\`;
export let count = 1, next = count + 1
const inner = 4, alsoInner = inner;
export var last = (inner, alsoInner);`;
    const { table, pair, ...rest } = exportsOf(source) as { table: Map<string, number>; pair: (a: 1, b: 2) => unknown };
    expect(table.get('a')).toBe(1);
    expect(pair(1, 2)).toEqual([1, 2]);
    expect(rest).toEqual({ text: '1,2', count: 1, next: 2, last: 4 });
  });

  test('keeps every line where it was', () => {
    const source = 'export const a = 1,\n\n  b = 2, // and\n  c = [3,\n 4];\nexport const d = 5;';
    expect(splitExportLists(source).split('\n')).toHaveLength(source.split('\n').length);
    expect(exportsOf(source)).toEqual({ a: 1, b: 2, c: [3, 4], d: 5 });
  });

  test('leaves every other comma alone', () => {
    for (const source of [
      'export const a = [1, 2];\nlet b = 3, c = 4;',
      'export const f = (a, b) => ({ a, b })\nf(1, 2), f(3, 4)',
      'export function g(a, b) { let x = a, y = b; return x, y; }',
      'export const { a, b } = { a: 1, b: 2 };',
      "const s = 'export const a = 1, b = 2';",
    ])
      expect(splitExportLists(source)).toBe(source);
  });
});
