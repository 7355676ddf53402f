// caught by: does not change the list of bookings
type Span = [start: number, end: number];

export function freeSlots(bookings: Span[], from: number, to: number, atLeast: number): Span[] {
  const gaps: Span[] = [];
  let free = from; // everything before this is booked or has been looked at
  for (const [start, end] of bookings.sort((a, b) => a[0] - b[0])) {
    if (start > free) gaps.push([free, Math.min(start, to)]);
    free = Math.max(free, end);
    if (free >= to) break;
  }
  if (free < to) gaps.push([free, to]);
  return gaps.filter(([start, end]) => end - start >= atLeast);
}
