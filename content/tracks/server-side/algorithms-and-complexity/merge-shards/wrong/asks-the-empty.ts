// caught by: does not ask a cursor again that has given null
export async function newest(cursors, limit) {
  const heads = await Promise.all(cursors.map((cursor) => cursor.next()));
  const result = [];
  while (result.length < limit) {
    for (const [i, head] of heads.entries()) if (!head) heads[i] = await cursors[i].next();
    let best = -1;
    for (const [i, head] of heads.entries()) {
      if (!head) continue;
      const other = heads[best];
      if (!other || head.atMs > other.atMs || (head.atMs === other.atMs && head.id < other.id)) best = i;
    }
    if (best < 0) return result;
    result.push(heads[best]);
    heads[best] = null;
  }
  return result;
}
