// caught by: is not disturbed by new orders between two pages
type Order = { id: number; placedAt: number };

export function page(orders: Order[], { limit, after }: { limit: number; after?: string }) {
  const invalid = after !== undefined && !/^\d+$/.test(after);
  if (invalid || !Number.isInteger(limit) || limit < 1 || limit > 100)
    throw Object.assign(new Error('bad'), { status: 400 });
  const offset = Number(after ?? 0);
  const sorted = orders.toSorted((a, b) => b.placedAt - a.placedAt || b.id - a.id);
  const end = offset + limit;
  return { items: sorted.slice(offset, end), next: end < sorted.length ? String(end) : null };
}
