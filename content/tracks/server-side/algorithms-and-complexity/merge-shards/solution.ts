type Order = { id: string; atMs: number };
type Cursor = { next: () => Promise<Order | null> };

const isBefore = (a: Order, b: Order) => (a.atMs !== b.atMs ? a.atMs > b.atMs : a.id < b.id);

export async function newest(cursors: Cursor[], limit: number): Promise<Order[]> {
  const result: Order[] = [];
  const heads = await Promise.all(cursors.map((cursor) => cursor.next()));

  while (result.length < limit) {
    let best = -1;
    for (const [shard, head] of heads.entries()) {
      if (head && (best === -1 || isBefore(head, heads[best]!))) best = shard;
    }
    if (best === -1) break; // all shards are empty
    result.push(heads[best]!);
    if (result.length < limit) heads[best] = await cursors[best].next();
  }
  return result;
}
