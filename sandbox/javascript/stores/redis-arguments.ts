import { SimpleError } from './redis-keyspace.ts';

/** node-redis sends texts; a number where it wants one is refused before anything is sent. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`"arguments" must be of type "string | Buffer", got ${kindOf(value)} instead.`);
}

/** Where a command takes values, it takes numbers too. */
export function textOrNumber(value: unknown): string {
  return typeof value === 'number' ? String(value) : text(value);
}

export function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(text);
}

export function integer(value: unknown): number {
  const number = typeof value === 'number' ? value : /^-?\d+$/.test(text(value)) ? Number(value) : NaN;
  if (!Number.isSafeInteger(number)) throw new SimpleError('ERR value is not an integer or out of range');
  return number;
}

export function float(value: unknown): number {
  const number =
    typeof value === 'number' ? value : /^[-+]?(inf|[\d.]+(e[-+]?\d+)?)$/i.test(text(value)) ? parse(text(value)) : NaN;
  if (Number.isNaN(number)) throw new SimpleError('ERR value is not a valid float');
  return number;
}

const parse = (value: string): number =>
  /inf/i.test(value) ? (value.startsWith('-') ? -Infinity : Infinity) : Number(value);

export type Bound = { value: number; isOpen: boolean };

/** `(5` leaves 5 out; `-inf` and `+inf` are the ends. */
export function bound(value: unknown): Bound {
  const isOpen = typeof value === 'string' && value.startsWith('(');
  try {
    return { value: float(isOpen ? value.slice(1) : value), isOpen };
  } catch (error) {
    if (error instanceof SimpleError) throw new SimpleError('ERR min or max is not a float');
    throw error;
  }
}

/** The part of a list that `start` and `stop` name, both included; negative ones count from the end. */
export function range<Value>(list: Value[], start: number, stop: number): Value[] {
  const from = start < 0 ? Math.max(0, list.length + start) : start;
  const to = stop < 0 ? list.length + stop : stop;
  return list.slice(from, to + 1);
}

/** `h?llo`, `h*llo`, `h[ae]llo`, `h[^e]llo`, and `\` before what is meant as it is. */
export function pattern(glob: string): RegExp {
  let source = '';
  for (let at = 0; at < glob.length; at++) {
    const sign = glob[at] as string;
    const end = sign === '[' ? glob.indexOf(']', at + 1) : -1;
    if (sign === '*') source += '[^]*';
    else if (sign === '?') source += '[^]';
    else if (sign === '\\') source += quote(glob[++at] ?? '\\');
    else if (end > at) {
      source += `[${glob.slice(at + 1, end).replace(/\\/g, '\\\\')}]`;
      at = end;
    } else source += quote(sign);
  }
  return new RegExp(`^${source}$`);
}

const quote = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
