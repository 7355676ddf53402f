// caught by: asks no more often than limit plus the number of cursors
export async function newest(cursors, limit) {
  const lists = await Promise.all(
    cursors.map(async (cursor) => {
      const orders = [];
      for (let order = await cursor.next(); order; order = await cursor.next()) orders.push(order);
      return orders;
    }),
  );
  return lists
    .flat()
    .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}
