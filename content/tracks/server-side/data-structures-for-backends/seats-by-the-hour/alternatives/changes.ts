/** Keeps by how much the number of taken seats changes at which moment, and sweeps over the changes. */
export function createCalendar(capacity: number) {
  const changes = new Map<number, number>();
  const bookings: (readonly [number, number, number] | null)[] = [null];
  const add = (at: number, seats: number) => changes.set(at, (changes.get(at) ?? 0) + seats);

  /** The first start from `from` with `free` seats during `length` minutes. */
  function sweep(from: number, length: number, free: number) {
    let taken = 0;
    let since: number | null = from;
    for (const [at, seats] of [...changes].sort(([a], [b]) => a - b)) {
      if (since !== null && at >= since + length) return since;
      taken += seats;
      if (taken + free > capacity) since = null;
      else since ??= Math.max(at, from);
      if (since !== null && at <= from) since = from;
    }
    return since;
  }

  return {
    book(start: number, end: number, seats: number) {
      if (seats > capacity || sweep(start, end - start, seats) !== start) return null;
      add(start, seats);
      add(end, -seats);
      return bookings.push([start, end, seats]) - 1;
    },
    cancel(number: number) {
      const booking = bookings[number];
      if (!booking) return false;
      const [start, end, seats] = booking;
      add(start, -seats);
      add(end, seats);
      bookings[number] = null;
      return true;
    },
    earliest: (from: number, length: number, seats: number) => (seats > capacity ? null : sweep(from, length, seats)),
  };
}
