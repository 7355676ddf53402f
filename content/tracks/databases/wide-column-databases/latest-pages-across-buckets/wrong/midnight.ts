// caught by: at midnight begins with the day before
export type Event = { at: number };
export type Read = (partition: string, options: { before: number; limit: number }) => Promise<Event[]>;
export type Wanted = { before: number; oldest: number; count: number };

// UTC has no daylight saving time, and JavaScript no leap seconds: every day is as long.
const dayMs = 86_400_000;

export function partitionOf(reader: string, at: number): string {
  return `${reader}/${new Date(at).toISOString().slice(0, 10)}`;
}

export async function latest(read: Read, reader: string, { before, oldest, count }: Wanted): Promise<Event[]> {
  const found: Event[] = [];
  // The last millisecond that is asked for: at midnight the day before is the newest.
  const newestDay = Math.floor(before / dayMs);
  const oldestDay = Math.floor(oldest / dayMs);
  for (let day = newestDay; day >= oldestDay && found.length < count && oldest < before; day--) {
    const events = await read(partitionOf(reader, day * dayMs), { before, limit: count - found.length });
    found.push(...events.filter(({ at }) => at >= oldest));
  }
  return found;
}
