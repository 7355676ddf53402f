export type Random = {
  /** A whole number, both ends included. */
  int: (min: number, max: number) => number;
  pick: <Item>(list: readonly Item[]) => Item;
  shuffle: <Item>(list: readonly Item[]) => Item[];
  bool: () => boolean;
  string: (length: number, alphabet?: string) => string;
};

/**
 * Random cases of one submission. The same seed gives the same cases, so that a failure can be shown again.
 * The generator is mulberry32: 32 bits of state are plenty for test input, and nothing secret hangs on it.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number): number => {
    if (!Number.isInteger(min) || !Number.isInteger(max) || min > max) {
      throw new RangeError(`random.int(${min}, ${max}) needs whole numbers, the smaller one first`);
    }
    return min + Math.floor(next() * (max - min + 1));
  };
  const pick = <Item>(list: readonly Item[]): Item => {
    if (list.length === 0) throw new RangeError('random.pick was given an empty list');
    return list[int(0, list.length - 1)] as Item;
  };
  return {
    int,
    pick,
    bool: () => next() < 0.5,
    shuffle: (list) => {
      const shuffled = [...list];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = int(0, last);
        const moved = shuffled[last] as (typeof shuffled)[number];
        shuffled[last] = shuffled[other] as (typeof shuffled)[number];
        shuffled[other] = moved;
      }
      return shuffled;
    },
    string: (length, alphabet = 'abcdefghijklmnopqrstuvwxyz') => {
      const letters = [...alphabet];
      return Array.from({ length }, () => pick(letters)).join('');
    },
  };
}
