type Order = { id: number; placedAt: number };
type Page = { items: Order[]; next: string | null };

export function page(orders: Order[], { limit, after }: { limit: number; after?: string | null }): Page {
  const offset = Number(after ?? 0);
  return { items: orders.slice(offset, offset + limit), next: String(offset + limit) };
}
