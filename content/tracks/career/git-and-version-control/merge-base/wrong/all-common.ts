// caught by: leaves out a common ancestor that lies below another one
type Parents = Record<string, string[]>;

export function mergeBases(parents: Parents, a: string, b: string): string[] {
  const walk = (start: string) => {
    if (!(start in parents)) throw new Error(`unknown commit ${start}`);
    const seen = new Set([start]);
    for (const id of seen) for (const parent of parents[id]!) seen.add(parent);
    return seen;
  };
  const ofA = walk(a);
  return [...walk(b)].filter((id) => ofA.has(id)).sort();
}
