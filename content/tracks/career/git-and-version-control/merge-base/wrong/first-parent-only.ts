// caught by: follows every parent of a merge commit
type Parents = Record<string, string[]>;

export function mergeBases(parents: Parents, a: string, b: string): string[] {
  const line = (start: string) => {
    if (!(start in parents)) throw new Error(`unknown commit ${start}`);
    const ids = [start];
    for (let id = parents[start]![0]; id !== undefined; id = parents[id]![0]) ids.push(id);
    return ids;
  };
  const ofA = new Set(line(a));
  const base = line(b).find((id) => ofA.has(id));
  return base === undefined ? [] : [base];
}
