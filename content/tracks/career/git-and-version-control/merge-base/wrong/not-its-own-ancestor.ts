// caught by: a commit counts as its own ancestor
type Parents = Record<string, string[]>;

export function mergeBases(parents: Parents, a: string, b: string): string[] {
  const ancestors = (start: string) => {
    if (!(start in parents)) throw new Error(`unknown commit ${start}`);
    const found = new Set(parents[start]);
    for (const id of found) for (const parent of parents[id]!) found.add(parent);
    return found;
  };
  const ofB = ancestors(b);
  const common = [...ancestors(a)].filter((id) => ofB.has(id));
  const below = new Set(common.flatMap((id) => parents[id]!));
  return common.filter((id) => !below.has(id)).sort();
}
