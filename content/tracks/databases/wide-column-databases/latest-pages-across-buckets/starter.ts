export type Event = { at: number };
export type Read = (partition: string, options: { before: number; limit: number }) => Promise<Event[]>;
export type Wanted = { before: number; oldest: number; count: number };

export function partitionOf(reader: string, at: number): string {
  void at;
  return reader;
}

export async function latest(read: Read, reader: string, { before, count }: Wanted): Promise<Event[]> {
  return read(partitionOf(reader, before), { before, limit: count });
}
