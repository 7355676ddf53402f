import { integer, range, text, textOrNumber, texts, float } from './redis-arguments.ts';
import { SimpleError, type Keyspace } from './redis-keyspace.ts';

const hashOf = (space: Keyspace, key: unknown) => space.read(text(key), 'hash') ?? new Map<string, string>();
const listOf = (space: Keyspace, key: unknown) => space.read(text(key), 'list') ?? [];
const setOf = (space: Keyspace, key: unknown) => space.read(text(key), 'set') ?? new Set<string>();

const fieldsOf = (field: unknown, value: unknown): [string, string][] => {
  if (typeof field === 'string' || typeof field === 'number') return [[textOrNumber(field), textOrNumber(value)]];
  if (field instanceof Map) return [...field].map(([name, one]) => [textOrNumber(name), textOrNumber(one)]);
  return Object.entries(field as object).map(([name, one]) => [name, textOrNumber(one)]);
};

export const hashes = {
  hSet: (space: Keyspace, key: unknown, field: unknown, value?: unknown) => {
    const pairs = fieldsOf(field, value);
    if (pairs.length === 0) throw new SimpleError("ERR wrong number of arguments for 'hset' command");
    const hash = space.open(text(key), 'hash', () => new Map<string, string>());
    const before = hash.size;
    for (const [name, one] of pairs) hash.set(name, one);
    space.changed(text(key));
    return hash.size - before;
  },
  hSetNX: (space: Keyspace, key: unknown, field: unknown, value: unknown) => {
    const [name, one] = [text(field), text(value)];
    const hash = space.open(text(key), 'hash', () => new Map<string, string>());
    if (hash.has(name)) return 0;
    hash.set(name, one);
    space.changed(text(key));
    return 1;
  },
  hGet: (space: Keyspace, key: unknown, field: unknown) => hashOf(space, key).get(text(field)) ?? null,
  hmGet: (space: Keyspace, key: unknown, fields: unknown) => {
    const hash = hashOf(space, key);
    return texts(fields).map((field) => hash.get(field) ?? null);
  },
  hGetAll: (space: Keyspace, key: unknown) => Object.fromEntries(hashOf(space, key)),
  hDel: (space: Keyspace, key: unknown, fields: unknown) => {
    const hash = hashOf(space, key);
    const removed = texts(fields).filter((field) => hash.delete(field)).length;
    if (removed > 0) space.changed(text(key));
    return removed;
  },
  hExists: (space: Keyspace, key: unknown, field: unknown) => (hashOf(space, key).has(text(field)) ? 1 : 0),
  hLen: (space: Keyspace, key: unknown) => hashOf(space, key).size,
  hKeys: (space: Keyspace, key: unknown) => [...hashOf(space, key).keys()],
  hVals: (space: Keyspace, key: unknown) => [...hashOf(space, key).values()],
  hIncrBy: (space: Keyspace, key: unknown, field: unknown, by: unknown) => {
    const change = integer(by);
    const current = hashOf(space, key).get(text(field)) ?? '0';
    if (!/^-?\d+$/.test(current)) throw new SimpleError('ERR hash value is not an integer');
    const sum = Number(current) + change;
    space.open(text(key), 'hash', () => new Map<string, string>()).set(text(field), String(sum));
    space.changed(text(key));
    return sum;
  },
  hIncrByFloat: (space: Keyspace, key: unknown, field: unknown, by: unknown) => {
    const sum = String(float(hashOf(space, key).get(text(field)) ?? '0') + float(by));
    space.open(text(key), 'hash', () => new Map<string, string>()).set(text(field), sum);
    space.changed(text(key));
    return sum;
  },
};

function push(space: Keyspace, key: unknown, elements: unknown, end: 'left' | 'right'): number {
  const values = texts(elements);
  if (values.length === 0) throw new SimpleError(`ERR wrong number of arguments for '${end[0]}push' command`);
  const list = space.open(text(key), 'list', () => []);
  for (const value of values) {
    if (end === 'left') list.unshift(value);
    else list.push(value);
  }
  const { length } = list;
  space.changed(text(key));
  return length;
}

export function pop(space: Keyspace, key: unknown, end: 'left' | 'right'): string | null {
  const list = listOf(space, key);
  const value = end === 'left' ? list.shift() : list.pop();
  if (value === undefined) return null;
  space.changed(text(key));
  return value;
}

const endOf = (side: unknown): 'left' | 'right' => (text(side).toUpperCase() === 'LEFT' ? 'left' : 'right');

export const lists = {
  lPush: (space: Keyspace, key: unknown, elements: unknown) => push(space, key, elements, 'left'),
  rPush: (space: Keyspace, key: unknown, elements: unknown) => push(space, key, elements, 'right'),
  lPop: (space: Keyspace, key: unknown) => pop(space, key, 'left'),
  rPop: (space: Keyspace, key: unknown) => pop(space, key, 'right'),
  lLen: (space: Keyspace, key: unknown) => listOf(space, key).length,
  lIndex: (space: Keyspace, key: unknown, index: unknown) => listOf(space, key).at(integer(index)) ?? null,
  lRange: (space: Keyspace, key: unknown, start: unknown, stop: unknown) =>
    range(listOf(space, key), integer(start), integer(stop)),
  lTrim: (space: Keyspace, key: unknown, start: unknown, stop: unknown) => {
    const list = listOf(space, key);
    const kept = range(list, integer(start), integer(stop));
    if (kept.length === list.length) return 'OK';
    list.splice(0, list.length, ...kept);
    space.changed(text(key));
    return 'OK';
  },
  /** The first `count` from the left, from the right when it is negative, all when it is 0. */
  lRem: (space: Keyspace, key: unknown, count: unknown, element: unknown) => {
    const list = listOf(space, key);
    const [wanted, most] = [text(element), integer(count)];
    const places = list.flatMap((value, at) => (value === wanted ? [at] : []));
    const chosen = new Set(most === 0 ? places : most > 0 ? places.slice(0, most) : places.slice(most));
    if (chosen.size === 0) return 0;
    const kept = list.filter((_value, at) => !chosen.has(at));
    list.splice(0, list.length, ...kept);
    space.changed(text(key));
    return chosen.size;
  },
  lMove: (space: Keyspace, from: unknown, to: unknown, fromSide: unknown, toSide: unknown) => {
    listOf(space, to);
    const value = pop(space, from, endOf(fromSide));
    if (value !== null) push(space, to, value, endOf(toSide));
    return value;
  },
};

const combined = (
  space: Keyspace,
  keys: unknown,
  keep: (member: string, others: Set<string>[]) => boolean,
): string[] => {
  const [first = new Set<string>(), ...others] = texts(keys).map((key) => setOf(space, key));
  return [...first].filter((member) => keep(member, others));
};

export const sets = {
  sAdd: (space: Keyspace, key: unknown, members: unknown) => {
    const values = texts(members);
    if (values.length === 0) throw new SimpleError("ERR wrong number of arguments for 'sadd' command");
    const set = space.open(text(key), 'set', () => new Set<string>());
    const before = set.size;
    for (const value of values) set.add(value);
    if (set.size > before) space.changed(text(key));
    return set.size - before;
  },
  sRem: (space: Keyspace, key: unknown, members: unknown) => {
    const set = setOf(space, key);
    const removed = texts(members).filter((member) => set.delete(member)).length;
    if (removed > 0) space.changed(text(key));
    return removed;
  },
  sIsMember: (space: Keyspace, key: unknown, member: unknown) => (setOf(space, key).has(text(member)) ? 1 : 0),
  smIsMember: (space: Keyspace, key: unknown, members: unknown) => {
    const set = setOf(space, key);
    return texts(members).map((member) => (set.has(member) ? 1 : 0));
  },
  sMembers: (space: Keyspace, key: unknown) => [...setOf(space, key)],
  sCard: (space: Keyspace, key: unknown) => setOf(space, key).size,
  sInter: (space: Keyspace, keys: unknown) =>
    combined(space, keys, (member, others) => others.every((other) => other.has(member))),
  sDiff: (space: Keyspace, keys: unknown) =>
    combined(space, keys, (member, others) => others.every((other) => !other.has(member))),
  sUnion: (space: Keyspace, keys: unknown) => [...new Set(texts(keys).flatMap((key) => [...setOf(space, key)]))],
};
