/** A heap of heads; it refills before it looks whether it is done. */
export async function newest(cursors, limit) {
  const before = (a, b) => a.order.atMs > b.order.atMs || (a.order.atMs === b.order.atMs && a.order.id < b.order.id);
  const heap: any[] = [];
  const swap = (i, j) => ([heap[i], heap[j]] = [heap[j], heap[i]]);
  const push = (item) => {
    let i = heap.push(item) - 1;
    while (i > 0 && before(heap[i], heap[(i - 1) >> 1])) {
      swap(i, (i - 1) >> 1);
      i = (i - 1) >> 1;
    }
  };
  const pop = () => {
    const top = heap[0];
    const last = heap.pop();
    if (heap.length > 0) heap[0] = last;
    for (let i = 0; ;) {
      let first = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && before(heap[child], heap[first])) first = child;
      if (first === i) return top;
      swap(i, first);
      i = first;
    }
  };
  const fill = async (cursor) => {
    const order = await cursor.next();
    if (order !== null) push({ order, cursor });
  };
  await Promise.all(cursors.map(fill));
  const orders: any[] = [];
  while (heap.length > 0 && orders.length < limit) {
    const { order, cursor } = pop();
    orders.push(order);
    await fill(cursor);
  }
  return orders;
}
