type Span = [start: number, end: number];

export function freeSlots(bookings: Span[], from: number, to: number, atLeast: number): Span[] {
  return [];
}
