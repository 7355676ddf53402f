import { float, integer, text, textOrNumber, texts } from './redis-arguments.ts';
import { SimpleError, type Keyspace } from './redis-keyspace.ts';

type SetOptions = {
  EX?: number;
  PX?: number;
  EXAT?: number;
  PXAT?: number;
  KEEPTTL?: boolean;
  NX?: boolean;
  XX?: boolean;
  GET?: boolean;
  condition?: 'NX' | 'XX';
  expiration?: 'KEEPTTL' | { type: 'EX' | 'PX' | 'EXAT' | 'PXAT' | 'KEEPTTL'; value?: number };
};

const number = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(17)));

function add(space: Keyspace, key: unknown, change: number): number {
  const name = text(key);
  const sum = integer(space.read(name, 'string') ?? '0') + change;
  if (!Number.isSafeInteger(sum)) throw new SimpleError('ERR increment or decrement would overflow');
  space.replaceString(name, String(sum));
  return sum;
}

function momentOf(options: SetOptions, command: string): number | null {
  const { expiration } = options;
  const given: SetOptions = typeof expiration === 'object' ? { [expiration.type]: expiration.value ?? true } : options;
  for (const [name, unitMs] of [
    ['EX', 1000],
    ['PX', 1],
    ['EXAT', 1000],
    ['PXAT', 1],
  ] as const) {
    const value = given[name];
    if (value === undefined) continue;
    if (integer(value) <= 0) throw new SimpleError(`ERR invalid expire time in '${command}' command`);
    return value * unitMs + (name.endsWith('AT') ? 0 : Date.now());
  }
  return null;
}

function set(space: Keyspace, key: unknown, value: unknown, options: SetOptions = {}): string | null {
  const name = text(key);
  const written = textOrNumber(value);
  const expiresAt = momentOf(options, 'set');
  const before = options.GET === true ? (space.read(name, 'string') ?? null) : 'OK';
  const isThere = space.peek(name) !== undefined;
  const isFor = (condition: 'NX' | 'XX') => options[condition] === true || options.condition === condition;
  if ((isFor('NX') && isThere) || (isFor('XX') && !isThere)) return options.GET === true ? before : null;
  const { expiration } = options;
  const keeps =
    options.KEEPTTL === true ||
    expiration === 'KEEPTTL' ||
    (typeof expiration === 'object' && expiration.type === 'KEEPTTL');
  const kept = keeps ? (space.peek(name)?.expiresAt ?? null) : null;
  space.put(name, { kind: 'string', value: written, expiresAt: expiresAt ?? kept });
  return before;
}

const pairsOf = (given: unknown): [string, string][] => {
  if (!Array.isArray(given)) return Object.entries(given as object).map(([key, value]) => [key, text(value)]);
  if (given.every(Array.isArray)) return given.map(([key, value]) => [text(key), text(value)]);
  return given.flatMap((key, at) => (at % 2 === 0 ? [[text(key), text(given[at + 1])] as [string, string]] : []));
};

export const strings = {
  set,
  get: (space: Keyspace, key: unknown) => space.read(text(key), 'string') ?? null,
  setEx: (space: Keyspace, key: unknown, seconds: number, value: unknown) => {
    const expiresAt = momentOf({ EX: seconds }, 'setex');
    space.put(text(key), { kind: 'string', value: textOrNumber(value), expiresAt });
    return 'OK';
  },
  pSetEx: (space: Keyspace, key: unknown, ms: number, value: unknown) => {
    const expiresAt = momentOf({ PX: ms }, 'psetex');
    space.put(text(key), { kind: 'string', value: textOrNumber(value), expiresAt });
    return 'OK';
  },
  setNX: (space: Keyspace, key: unknown, value: unknown) => (set(space, key, value, { NX: true }) === null ? 0 : 1),
  getSet: (space: Keyspace, key: unknown, value: unknown) => set(space, key, value, { GET: true }),
  getDel: (space: Keyspace, key: unknown) => {
    const value = space.read(text(key), 'string') ?? null;
    space.delete(text(key));
    return value;
  },
  mGet: (space: Keyspace, keys: unknown) =>
    texts(keys).map((key) => {
      const entry = space.peek(key);
      return entry?.kind === 'string' ? entry.value : null;
    }),
  mSet: (space: Keyspace, pairs: unknown) => {
    for (const [key, value] of pairsOf(pairs)) space.put(key, { kind: 'string', value, expiresAt: null });
    return 'OK';
  },
  incr: (space: Keyspace, key: unknown) => add(space, key, 1),
  decr: (space: Keyspace, key: unknown) => add(space, key, -1),
  incrBy: (space: Keyspace, key: unknown, by: unknown) => add(space, key, integer(by)),
  decrBy: (space: Keyspace, key: unknown, by: unknown) => add(space, key, -integer(by)),
  incrByFloat: (space: Keyspace, key: unknown, by: unknown) => {
    const name = text(key);
    const sum = number(float(space.read(name, 'string') ?? '0') + float(by));
    space.replaceString(name, sum);
    return sum;
  },
  append: (space: Keyspace, key: unknown, value: unknown) => {
    const name = text(key);
    const whole = (space.read(name, 'string') ?? '') + text(value);
    space.replaceString(name, whole);
    return whole.length;
  },
  strLen: (space: Keyspace, key: unknown) => space.read(text(key), 'string')?.length ?? 0,
};
