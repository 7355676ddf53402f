import type { TestResult, Verdict } from '#lib/verdict';

/** Numbers from 0 to 1 that are the same on every run: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const known = new Map<string, { text: string; passed: number; total: number }>();

/** A verdict of the size that real ones have, as it stands in the database. */
export function verdictText(names: string[], passes: boolean, random: () => number) {
  const failing = passes ? -1 : Math.floor(random() * Math.max(1, names.length));
  const key = `${names.join('|')} ${failing}`;
  const before = known.get(key);
  if (before) return before;
  const tests = names.map((name, index): TestResult => {
    const failed = index === failing;
    return {
      name,
      status: failed ? 'failed' : 'passed',
      hidden: index > 3,
      durationMs: 1.25,
      did: [`solve(${JSON.stringify(name)})`],
      ...(failed && { message: 'The result differs.', expected: '[\n  1,\n  2\n]', actual: '[\n  2,\n  1\n]' }),
    };
  });
  const verdict: Verdict = { version: 1, status: passes ? 'passed' : 'failed', tests, durationMs: 31.5 };
  const made = {
    text: JSON.stringify(verdict),
    passed: names.length - (passes ? 0 : 1),
    total: Math.max(1, names.length),
  };
  known.set(key, made);
  return made;
}
