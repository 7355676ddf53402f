type Parents = Record<string, string[]>;

const FROM_A = 1;
const FROM_B = 2;

/** Colours each commit by where it can be reached from, then drops the parents of commits with both colours. */
export function mergeBases(parents: Parents, a: string, b: string): string[] {
  const colours = new Map<string, number>();
  const paint = (start: string, colour: number) => {
    if (!(start in parents)) throw new Error(`no commit ${start} in this history`);
    const stack = [start];
    while (stack.length > 0) {
      const id = stack.pop()!;
      const before = colours.get(id) ?? 0;
      if (before & colour) continue;
      colours.set(id, before | colour);
      stack.push(...(parents[id] ?? []));
    }
  };
  paint(a, FROM_A);
  paint(b, FROM_B);
  const isCommon = (id: string) => colours.get(id) === (FROM_A | FROM_B);
  const best = new Set([...colours.keys()].filter(isCommon));
  for (const id of [...best]) for (const parent of parents[id] ?? []) best.delete(parent);
  return [...best].sort();
}
