// caught by: goes on where it was when the last order of a page is removed
type Order = { id: number; placedAt: number };

export function page(orders: Order[], { limit, after }: { limit: number; after?: string }) {
  const invalid = after !== undefined && !/^\d+$/.test(after);
  if (invalid || !Number.isInteger(limit) || limit < 1 || limit > 100)
    throw Object.assign(new Error('bad'), { status: 400 });
  const sorted = orders.toSorted((a, b) => b.placedAt - a.placedAt || b.id - a.id);
  const start = after === undefined ? 0 : sorted.findIndex((order) => order.id === Number(after)) + 1;
  const items = sorted.slice(start, start + limit);
  return { items, next: start + limit < sorted.length ? String(items.at(-1)!.id) : null };
}
