// caught by: takes a whole run from one shard
export async function newest(cursors, limit) {
  const all = [];
  let open = cursors;
  while (open.length > 0 && all.length < limit) {
    const heads = await Promise.all(open.map((cursor) => cursor.next()));
    all.push(...heads.filter(Boolean));
    open = open.filter((_, i) => heads[i]);
  }
  return all.sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1)).slice(0, limit);
}
