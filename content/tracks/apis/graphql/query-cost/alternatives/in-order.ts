type Selection = { field?: string; spread?: string; first?: number; selections?: Selection[] };

/** Puts the fragments into an order in which each comes after those it spreads; then nothing has to be remembered twice. */
export function queryCost(query: { selections: Selection[]; fragments: { [name: string]: Selection[] } }) {
  const spreads = (list: Selection[]): string[] =>
    list.flatMap((one) => (one.spread === undefined ? spreads(one.selections ?? []) : [one.spread]));
  const order: string[] = [];
  const visit = (name: string, path: string[]) => {
    if (path.includes(name)) throw new Error([...path, name].join(' -> '));
    if (order.includes(name)) return;
    if (!Object.keys(query.fragments).includes(name)) throw new Error('unknown: ' + name);
    for (const other of new Set(spreads(query.fragments[name]!))) visit(other, [...path, name]);
    order.push(name);
  };
  for (const name of spreads(query.selections)) visit(name, []);

  const depths: Record<string, number> = Object.create(null);
  const costs: Record<string, number> = Object.create(null);
  const depth = (list: Selection[]): number =>
    Math.max(
      0,
      ...list.map((one) => (one.spread === undefined ? 1 + depth(one.selections ?? []) : depths[one.spread]!)),
    );
  const cost = (list: Selection[]): number =>
    Math.min(
      1e9,
      list
        .map((one) =>
          one.spread === undefined ? 1 + (one.first ?? 1) * cost(one.selections ?? []) : costs[one.spread]!,
        )
        .reduce((a, b) => a + b, 0),
    );
  for (const name of order) {
    depths[name] = depth(query.fragments[name]!);
    costs[name] = cost(query.fragments[name]!);
  }
  return { depth: depth(query.selections), cost: cost(query.selections) };
}
