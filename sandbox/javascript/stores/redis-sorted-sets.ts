import { bound, float, integer, range, text, texts, type Bound } from './redis-arguments.ts';
import { SimpleError, type Keyspace } from './redis-keyspace.ts';

export type Member = { value: string; score: number };
type AddOptions = {
  NX?: boolean;
  XX?: boolean;
  GT?: boolean;
  LT?: boolean;
  CH?: boolean;
  condition?: 'NX' | 'XX';
  comparison?: 'GT' | 'LT';
};
type RangeOptions = { BY?: 'SCORE' | 'LEX'; REV?: boolean; LIMIT?: { offset: number; count: number } };

const scoresOf = (space: Keyspace, key: unknown) => space.read(text(key), 'zset') ?? new Map<string, number>();

/** By score, and where scores tie by the text of the member. */
function sorted(space: Keyspace, key: unknown): Member[] {
  const members = [...scoresOf(space, key)].map(([value, score]) => ({ value, score }));
  return members.sort((a, b) => (a.score === b.score ? (a.value < b.value ? -1 : 1) : a.score < b.score ? -1 : 1));
}

const within =
  (min: Bound, max: Bound) =>
  ({ score }: Member): boolean =>
    (min.isOpen ? score > min.value : score >= min.value) && (max.isOpen ? score < max.value : score <= max.value);

function rangeOf(space: Keyspace, key: unknown, min: unknown, max: unknown, options: RangeOptions = {}): Member[] {
  if (options.BY === 'LEX') throw new Error('The model of Redis has no range by lexicographical order.');
  const all = sorted(space, key);
  if (options.BY !== 'SCORE') {
    if (options.LIMIT !== undefined) {
      throw new SimpleError('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX');
    }
    return range(options.REV === true ? all.reverse() : all, integer(min), integer(max));
  }
  // In reverse the larger end comes first.
  const ends = options.REV === true ? ([max, min] as const) : ([min, max] as const);
  const found = all.filter(within(bound(ends[0]), bound(ends[1])));
  if (options.REV === true) found.reverse();
  const { offset, count } = options.LIMIT ?? { offset: 0, count: -1 };
  return found.slice(offset, count < 0 ? undefined : offset + count);
}

function remove(space: Keyspace, key: unknown, members: Member[]): number {
  const scores = scoresOf(space, key);
  for (const { value } of members) scores.delete(value);
  if (members.length > 0) space.changed(text(key));
  return members.length;
}

function popped(space: Keyspace, key: unknown, end: 0 | -1): Member | null {
  const member = sorted(space, key).at(end);
  if (member !== undefined) remove(space, key, [member]);
  return member ?? null;
}

function rank(members: Member[], member: unknown): number | null {
  const at = members.findIndex(({ value }) => value === text(member));
  return at < 0 ? null : at;
}

export const sortedSets = {
  zAdd: (space: Keyspace, key: unknown, given: unknown, options: AddOptions = {}) => {
    const members = (Array.isArray(given) ? given : [given]) as Member[];
    const wanted = members.map(({ score, value }) => ({ score: float(score), value: text(value) }));
    const is = (name: 'NX' | 'XX' | 'GT' | 'LT') =>
      options[name] === true || options.condition === name || options.comparison === name;
    if (is('NX') && (is('XX') || is('GT') || is('LT'))) {
      throw new SimpleError('ERR GT, LT, and/or NX options at the same time are not compatible');
    }
    const scores = space.open(text(key), 'zset', () => new Map<string, number>());
    let [added, changed] = [0, 0];
    for (const { score, value } of wanted) {
      const before = scores.get(value);
      if (before === undefined ? is('XX') : is('NX')) continue;
      if (before !== undefined && ((is('GT') && score <= before) || (is('LT') && score >= before))) continue;
      scores.set(value, score);
      if (before === undefined) added++;
      else if (before !== score) changed++;
    }
    space.changed(text(key));
    return options.CH === true ? added + changed : added;
  },
  zIncrBy: (space: Keyspace, key: unknown, by: unknown, member: unknown) => {
    const [change, name] = [float(by), text(member)];
    const scores = space.open(text(key), 'zset', () => new Map<string, number>());
    const score = (scores.get(name) ?? 0) + change;
    scores.set(name, score);
    space.changed(text(key));
    return score;
  },
  zScore: (space: Keyspace, key: unknown, member: unknown) => scoresOf(space, key).get(text(member)) ?? null,
  zmScore: (space: Keyspace, key: unknown, members: unknown) => {
    const scores = scoresOf(space, key);
    return texts(members).map((member) => scores.get(member) ?? null);
  },
  zRank: (space: Keyspace, key: unknown, member: unknown) => rank(sorted(space, key), member),
  zRevRank: (space: Keyspace, key: unknown, member: unknown) => rank(sorted(space, key).reverse(), member),
  zCard: (space: Keyspace, key: unknown) => scoresOf(space, key).size,
  zCount: (space: Keyspace, key: unknown, min: unknown, max: unknown) =>
    sorted(space, key).filter(within(bound(min), bound(max))).length,
  zRange: (space: Keyspace, key: unknown, min: unknown, max: unknown, options?: RangeOptions) =>
    rangeOf(space, key, min, max, options).map(({ value }) => value),
  zRangeWithScores: (space: Keyspace, key: unknown, min: unknown, max: unknown, options?: RangeOptions) =>
    rangeOf(space, key, min, max, options),
  zRangeByScore: (space: Keyspace, key: unknown, min: unknown, max: unknown, options: RangeOptions = {}) =>
    rangeOf(space, key, min, max, { ...options, BY: 'SCORE' }).map(({ value }) => value),
  zRem: (space: Keyspace, key: unknown, members: unknown) => {
    const wanted = new Set(texts(members));
    return remove(
      space,
      key,
      sorted(space, key).filter(({ value }) => wanted.has(value)),
    );
  },
  zRemRangeByScore: (space: Keyspace, key: unknown, min: unknown, max: unknown) =>
    remove(space, key, sorted(space, key).filter(within(bound(min), bound(max)))),
  zRemRangeByRank: (space: Keyspace, key: unknown, start: unknown, stop: unknown) =>
    remove(space, key, range(sorted(space, key), integer(start), integer(stop))),
  zPopMin: (space: Keyspace, key: unknown) => popped(space, key, 0),
  zPopMax: (space: Keyspace, key: unknown) => popped(space, key, -1),
};
