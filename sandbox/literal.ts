const lineCharsMax = 80;

/** How a language writes what JSON can hold. */
export type Notation = {
  /** Text in quotes. */
  quote: (text: string) => string;
  /** A key with what follows it. */
  key: (name: string) => string;
  words: { null: string; true: string; false: string };
  /** Between the braces of an object and what is in them, on one line. */
  space: string;
};

export const typescriptNotation: Notation = {
  quote,
  key: (name) => `${/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : quote(name)}: `,
  words: { null: 'null', true: 'true', false: 'false' },
  space: ' ',
};

/**
 * A JSON value as somebody would write it in TypeScript: `[{ id: 'evt_1' }]`. Short values stay on one line, longer ones
 * get one entry a line, so that a line diff of two of them shows what differs.
 */
export function literal(value: unknown, notation = typescriptNotation): string {
  return write(value, '', notation);
}

/** On one line, cut to `charsMax`. */
export function literalLine(value: unknown, charsMax: number, notation = typescriptNotation): string {
  return shorten(flat(value, notation), charsMax);
}

export function shorten(text: string, charsMax: number): string {
  return text.length <= charsMax ? text : `${text.slice(0, charsMax - 1)}…`;
}

function write(value: unknown, indent: string, notation: Notation): string {
  const line = flat(value, notation);
  if (line.length + indent.length <= lineCharsMax || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${write(item, inner, notation)},\n`).join('')}${indent}]`;
  }
  if (!isPlain(value)) return line;
  return `{\n${Object.entries(value)
    .map(([key, item]) => `${inner}${notation.key(key)}${write(item, inner, notation)},\n`)
    .join('')}${indent}}`;
}

function flat(value: unknown, notation: Notation): string {
  if (typeof value === 'string') return notation.quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (value === null || typeof value === 'boolean') return notation.words[`${value}`];
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => flat(item, notation)).join(', ')}]`;
  // A matcher of expect's own inside an expected value, as in `{ id: expect.any(String) }`.
  if ('toAsymmetricMatcher' in value && typeof value.toAsymmetricMatcher === 'function') {
    return String(value.toAsymmetricMatcher());
  }
  if (!isPlain(value)) return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${notation.key(key)}${flat(item, notation)}`);
  return entries.length === 0 ? '{}' : `{${notation.space}${entries.join(', ')}${notation.space}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
