/** How `each` reads its cases and names its tests. */
export type Cases = {
  /** Rows of `each`: a list, or the table of a tagged template. */
  rowsOf: (first: unknown, rest: unknown[]) => unknown[];
  /** The name of the test for one row: `%s` and its like, and `$field`. */
  formatName: (template: string, values: unknown[], row: unknown, index: number) => string;
};

/** As Vitest does it. Its text is carried over with `toString`, so it can use nothing from around it. */
export function createCases(show: (value: unknown) => string): Cases {
  'use strict';
  const readPath = (row: unknown, path: string): unknown =>
    path
      .split('.')
      .reduce(
        (value: unknown, key) =>
          value === null || value === undefined ? undefined : (value as Record<string, unknown>)[key],
        row,
      );
  const showBare = (value: unknown): string => (typeof value === 'string' ? value : show(value));
  const formatName = (template: string, values: unknown[], row: unknown, index: number): string => {
    let used = 0;
    const printed = template.replace(/%(%|#|\$|[sdifjoOc])/g, (whole, letter: string) => {
      if (letter === '%') return '%';
      if (letter === '#') return String(index);
      if (letter === '$') return String(index + 1);
      if (used >= values.length) return whole;
      const value = values[used++];
      switch (letter) {
        case 's':
          return typeof value === 'object' && value !== null ? show(value) : String(value);
        case 'd':
          return String(Number(value));
        case 'i':
          return String(Number.parseInt(String(value), 10));
        case 'f':
          return String(Number.parseFloat(String(value)));
        case 'j':
          return JSON.stringify(value) ?? 'undefined';
        case 'c':
          return '';
        default:
          return show(value);
      }
    });
    if (typeof row !== 'object' || row === null) return printed;
    return printed.replace(/\$([A-Za-z_][\w.]*)/g, (whole, path: string) => {
      const head = path.split('.')[0] as string;
      return head in row ? showBare(readPath(row, path)) : whole;
    });
  };
  const rowsOf = (first: unknown, rest: unknown[]): unknown[] => {
    if (!Array.isArray(first)) throw new TypeError('each() is given a list of cases, or is the tag of a table.');
    if (!('raw' in first)) return first as unknown[];
    const heads = String(first[0])
      .trim()
      .split('|')
      .map((head) => head.trim());
    const rows: unknown[] = [];
    for (let at = 0; at + heads.length <= rest.length; at += heads.length) {
      rows.push(Object.fromEntries(heads.map((head, column) => [head, rest[at + column]])));
    }
    return rows;
  };
  return { rowsOf, formatName };
}
