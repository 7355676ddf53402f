// caught by: takes a window of two billion seconds
export function freeSlots(bookings: [number, number][], from: number, to: number, atLeast: number) {
  const taken = new Set<number>();
  for (const [start, end] of bookings) for (let at = start; at < end; at++) taken.add(at);
  const slots: number[][] = [];
  for (let at = from; at < to; at++) {
    if (taken.has(at)) continue;
    let end = at;
    while (end < to && !taken.has(end)) end++;
    if (end - at >= atLeast) slots.push([at, end]);
    at = end;
  }
  return slots;
}
