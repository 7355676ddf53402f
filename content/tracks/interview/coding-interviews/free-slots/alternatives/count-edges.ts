/** Walks over starts and ends and counts how many bookings are open. */
export function freeSlots(bookings: [number, number][], from: number, to: number, atLeast: number): number[][] {
  const edges: [at: number, change: number][] = [
    [from, 0],
    [to, 0],
  ];
  for (const [start, end] of bookings) {
    const [first, last] = [Math.max(start, from), Math.min(end, to)];
    if (first < last) edges.push([first, 1], [last, -1]);
  }
  edges.sort((a, b) => a[0] - b[0]);
  const slots: number[][] = [];
  let open = 0;
  let freeSince: number | null = null;
  for (let index = 0; index < edges.length;) {
    const at = edges[index]![0];
    while (edges[index]?.[0] === at) open += edges[index++]![1];
    if (open === 0) freeSince ??= at;
    if ((open > 0 || at === to) && freeSince !== null) {
      if (at - freeSince >= atLeast) slots.push([freeSince, at]);
      freeSince = null;
    }
  }
  return slots;
}
