// caught by: puts orders of the same time in order of their ids
export async function newest(cursors, limit) {
  const heads = await Promise.all(cursors.map((cursor) => cursor.next()));
  const result = [];
  while (result.length < limit) {
    let best = -1;
    heads.forEach((head, i) => {
      if (head && (best < 0 || head.atMs > heads[best].atMs)) best = i;
    });
    if (best < 0) break;
    result.push(heads[best]);
    heads[best] = await cursors[best].next();
  }
  return result;
}
