// caught by: takes what never exceeds the seats at one moment
type Booking = { start: number; end: number; seats: number };

export function createCalendar(capacity: number) {
  const bookings = new Map<number, Booking>();
  let accepted = 0;

  function takenAt(moment: number): number {
    let taken = 0;
    for (const { start, end, seats } of bookings.values()) if (start <= moment && moment < end) taken += seats;
    return taken;
  }

  /** The number taken rises only where a booking starts, so these moments and the start of the request decide. */
  function fits(start: number, end: number, seats: number): boolean {
    const overlapping = [...bookings.values()].filter((booking) => booking.start < end && start < booking.end);
    return overlapping.reduce((sum, booking) => sum + booking.seats, seats) <= capacity;
  }

  return {
    book(start: number, end: number, seats: number): number | null {
      if (!fits(start, end, seats)) return null;
      bookings.set(++accepted, { start, end, seats });
      return accepted;
    },

    cancel: (number: number): boolean => bookings.delete(number),

    earliest(from: number, length: number, seats: number): number | null {
      if (seats > capacity) return null;
      const ends = [...bookings.values()].map(({ end }) => end).filter((end) => end > from);
      const candidates = [from, ...ends.sort((a, b) => a - b)];
      return candidates.find((start) => fits(start, start + length, seats)) ?? null;
    },
  };
}
