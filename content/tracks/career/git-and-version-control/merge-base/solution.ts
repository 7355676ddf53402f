/** The ids of each commit's parents, by the commit's id. */
type Parents = Record<string, string[]>;

export function mergeBases(parents: Parents, a: string, b: string): string[] {
  const ofA = ancestors(parents, a);
  const ofB = ancestors(parents, b);
  const common = [...ofA].filter((id) => ofB.has(id));
  // An ancestor of a common ancestor is common too, so whatever is not best is the direct parent of another one.
  const belowAnother = new Set(common.flatMap((id) => parents[id] ?? []));
  return common.filter((id) => !belowAnother.has(id)).sort();
}

function ancestors(parents: Parents, start: string): Set<string> {
  if (!Object.hasOwn(parents, start)) throw new Error(`unknown commit: ${start}`);
  const found = new Set([start]);
  const toVisit = [start];
  for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
    for (const parent of parents[id] ?? []) {
      if (found.has(parent)) continue;
      found.add(parent);
      toVisit.push(parent);
    }
  }
  return found;
}
