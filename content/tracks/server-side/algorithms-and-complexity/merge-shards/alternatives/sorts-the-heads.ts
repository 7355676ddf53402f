type Order = { id: string; atMs: number };
type Cursor = { next: () => Promise<Order | null> };

export async function newest(cursors: Cursor[], limit: number) {
  const first = await Promise.all(cursors.map(async (cursor) => ({ cursor, order: await cursor.next() })));
  let heads = first.filter(({ order }) => order !== null) as { cursor: Cursor; order: Order }[];
  const orders: Order[] = [];
  for (;;) {
    heads.sort((a, b) => b.order.atMs - a.order.atMs || (a.order.id < b.order.id ? -1 : 1));
    if (heads.length === 0) return orders;
    orders.push(heads[0].order);
    if (orders.length === limit) return orders;
    const next = await heads[0].cursor.next();
    if (next) heads[0].order = next;
    else heads = heads.slice(1);
  }
}
