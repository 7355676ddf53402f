type Event = { address: string; atMs: number; ok: boolean };
type Alarm = { address: string; atMs: number };

export function findBursts(events: Event[], limit: number, windowMs: number): Alarm[] {
  return [];
}
