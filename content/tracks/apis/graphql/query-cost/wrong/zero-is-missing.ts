// caught by: a list of none costs its field alone
export type Selection = { field: string; first?: number; selections?: Selection[] } | { spread: string };
export type Query = { selections: Selection[]; fragments: Record<string, Selection[]> };
type Price = { depth: number; cost: number };

const costMax = 1_000_000_000;

export function queryCost({ selections, fragments }: Query): Price {
  /** Fragments by name: what they cost, or 'open' while that is being found out. */
  const known = new Map<string, Price | 'open'>();

  function ofFragment(name: string): Price {
    const before = known.get(name);
    if (before === 'open') throw new Error(`fragment ${name} contains itself`);
    if (before) return before;
    if (!Object.hasOwn(fragments, name)) throw new Error(`fragment ${name} is not defined`);
    known.set(name, 'open');
    const price = ofAll(fragments[name]!);
    known.set(name, price);
    return price;
  }

  function ofOne(selection: Selection): Price {
    if ('spread' in selection) return ofFragment(selection.spread);
    const below = ofAll(selection.selections ?? []);
    return { depth: 1 + below.depth, cost: 1 + (selection.first || 1) * below.cost };
  }

  function ofAll(list: Selection[]): Price {
    const total = { depth: 0, cost: 0 };
    for (const selection of list) {
      const { depth, cost } = ofOne(selection);
      total.depth = Math.max(total.depth, depth);
      total.cost = Math.min(total.cost + cost, costMax);
    }
    return total;
  }

  return ofAll(selections);
}
