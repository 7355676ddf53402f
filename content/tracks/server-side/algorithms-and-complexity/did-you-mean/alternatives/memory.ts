export function suggest(typed: string, words: string[], most: number): string[] {
  const groups: string[][] = Array.from({ length: most + 1 }, () => []);
  for (const word of [...words].sort()) {
    const known = new Map<number, number>();
    const steps = (i: number, j: number): number => {
      if (i === 0 || j === 0) return i + j;
      const key = i * 1000 + j;
      if (!known.has(key)) {
        known.set(
          key,
          typed[i - 1] === word[j - 1]
            ? steps(i - 1, j - 1)
            : 1 + Math.min(steps(i - 1, j), steps(i, j - 1), steps(i - 1, j - 1)),
        );
      }
      return known.get(key)!;
    };
    groups[steps(typed.length, word.length)]?.push(word);
  }
  return groups.flat();
}
