// caught by: finds both bases of a criss-cross merge
type Parents = Record<string, string[]>;

export function mergeBases(parents: Parents, a: string, b: string): string[] {
  const walk = (start: string) => {
    if (!(start in parents)) throw new Error(`unknown commit ${start}`);
    const seen = new Set([start]);
    for (const id of seen) for (const parent of parents[id]!) seen.add(parent);
    return seen;
  };
  const ofA = walk(a);
  const first = [...walk(b)].find((id) => ofA.has(id));
  return first === undefined ? [] : [first];
}
