import type { Field } from './query.ts';

const floatTypes = new Set([700, 701]);
/** int8, int2, int4, oid, float4, float8, numeric. */
const numberTypes = new Set([20, 21, 23, 26, 700, 701, 1700]);
const jsonTypes = new Set([114, 3802]);

/** Decimals that came out of a division: PostgreSQL gives at least 16 significant digits, how many more depends on the way. */
const quotientDigits = 15;
/** Sums of floats depend on the order of adding, which a plan may change. */
const floatDigits = 12;

export type ToKey = (value: string | null) => string;

/**
 * How values of one column are compared, from its type on both sides. Equal values have equal keys:
 * - numbers by value, whatever their types: 1, 1.0 and 1.00 are equal; a fraction with more than 15 significant digits
 *   is compared to 15, and to 12 where either side is a float;
 * - json by content; everything else by PostgreSQL's text, so that a timestamp is not a date.
 */
export function columnKey(a: Field, b: Field): ToKey {
  const types = [a.typeId, b.typeId];
  let key = (text: string) => text;
  if (types.every((type) => numberTypes.has(type))) {
    const digits = types.some((type) => floatTypes.has(type)) ? floatDigits : undefined;
    key = (text) => numberKey(text, digits);
  } else if (types.every((type) => jsonTypes.has(type))) {
    key = (text) => JSON.stringify(sortedKeys(JSON.parse(text)));
  }
  // A prefix keeps NULL apart from every text.
  return (value) => (value === null ? 'null' : `=${key(value)}`);
}

/** `NaN` and `Infinity` stay as they are. */
function numberKey(text: string, digitsMax: number | undefined): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  // Significant digits and the power of ten of the last one: the same for 1, 1.00 and 1e0.
  const digits = (whole + fraction).replace(/^0+/, '');
  const power = Number(exponent) - fraction.length;
  const keep = digitsMax ?? (fraction.length > 0 ? quotientDigits : digits.length);
  const rounded = digits.length > keep ? roundTo(digits, keep) : digits;
  const zeros = /0*$/.exec(rounded)?.[0].length ?? 0;
  const kept = rounded.slice(0, rounded.length - zeros);
  if (kept === '') return '0';
  return `${sign}${kept}e${power + (digits.length - Math.min(digits.length, keep)) + zeros}`;
}

function roundTo(digits: string, keep: number): string {
  const head = BigInt(digits.slice(0, keep));
  return String(digits.charAt(keep) >= '5' ? head + 1n : head);
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}
