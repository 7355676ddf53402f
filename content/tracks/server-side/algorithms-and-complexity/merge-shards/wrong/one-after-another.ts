// caught by: makes the first calls side by side
export async function newest(cursors, limit) {
  const heads = [];
  for (const cursor of cursors) {
    const order = await cursor.next();
    if (order) heads.push({ cursor, order });
  }
  const result = [];
  while (heads.length > 0 && result.length < limit) {
    heads.sort((a, b) => b.order.atMs - a.order.atMs || (a.order.id < b.order.id ? -1 : 1));
    result.push(heads[0].order);
    const order = await heads[0].cursor.next();
    if (order) heads[0].order = order;
    else heads.shift();
  }
  return result;
}
