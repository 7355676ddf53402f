export const partitionOf = (reader: string, at: number) => {
  const date = new Date(at);
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()].map((part) => String(part).padStart(2, '0'));
  return `${reader}/${date.getUTCFullYear()}-${month}-${day}`;
};

export async function latest(read, reader: string, { before, oldest, count }) {
  if (count < 1 || oldest >= before) return [];
  const date = new Date(before - 1);
  date.setUTCHours(0, 0, 0, 0);
  const events: { at: number }[] = [];
  for (;;) {
    const missing = count - events.length;
    for (const event of await read(partitionOf(reader, date.getTime()), { before, limit: missing })) {
      if (event.at < oldest) return events;
      events.push(event);
    }
    if (events.length === count || date.getTime() <= oldest) return events;
    date.setUTCDate(date.getUTCDate() - 1);
  }
}
