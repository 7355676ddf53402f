const lineCharsMax = 80;

/**
 * A JSON value as somebody would write it in TypeScript: `[{ id: 'evt_1' }]`. Short values stay on one line, longer ones
 * get one entry a line, so that a line diff of two of them shows what differs.
 */
export function literal(value: unknown): string {
  return write(value, '');
}

/** On one line, cut to `charsMax`. */
export function literalLine(value: unknown, charsMax: number): string {
  return shorten(flat(value), charsMax);
}

export function shorten(text: string, charsMax: number): string {
  return text.length <= charsMax ? text : `${text.slice(0, charsMax - 1)}…`;
}

function write(value: unknown, indent: string): string {
  const line = flat(value);
  if (line.length + indent.length <= lineCharsMax || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${write(item, inner)},\n`).join('')}${indent}]`;
  }
  if (!isPlain(value)) return line;
  return `{\n${Object.entries(value)
    .map(([key, item]) => `${inner}${name(key)}: ${write(item, inner)},\n`)
    .join('')}${indent}}`;
}

function flat(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  // A matcher of expect's own inside an expected value, as in `{ id: expect.any(String) }`.
  if ('toAsymmetricMatcher' in value && typeof value.toAsymmetricMatcher === 'function') {
    return String(value.toAsymmetricMatcher());
  }
  if (!isPlain(value)) return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${name(key)}: ${flat(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function name(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : quote(key);
}

function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
