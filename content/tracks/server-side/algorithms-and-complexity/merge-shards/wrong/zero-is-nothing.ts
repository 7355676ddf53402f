// caught by: knows an order from the beginning of time
export async function newest(cursors, limit) {
  const heads = await Promise.all(cursors.map((cursor) => cursor.next()));
  const result = [];
  while (result.length < limit) {
    let best = -1;
    for (const [i, head] of heads.entries()) {
      if (!head?.atMs) continue;
      const other = heads[best];
      if (!other || head.atMs > other.atMs || (head.atMs === other.atMs && head.id < other.id)) best = i;
    }
    if (best < 0) return result;
    result.push(heads[best]);
    heads[best] = await cursors[best].next();
  }
  return result;
}
