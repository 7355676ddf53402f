/** Numbers from 0 to 1 that are the same on every run: mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Random = () => number;

/** As long as an id of the app, and as scattered: what an index of ids costs depends on it. */
export function idFrom(random: Random, prefix: string): string {
  return `${prefix}_${Array.from({ length: 22 }, () => letters[Math.floor(random() * letters.length)]).join('')}`;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** The words of nobody, `chars` long or a little more: what a text costs is its length. */
export function textOf(random: Random, chars: number): string {
  const words: string[] = [];
  for (let length = 0; length < chars; length += words.at(-1)!.length + 1) words.push(pick(random, vocabulary));
  return words.join(' ');
}

const vocabulary =
  'the service reads each order once and writes what it decided to a table with an index on customer and day before it answers so that a second request finds the first'.split(
    ' ',
  );
