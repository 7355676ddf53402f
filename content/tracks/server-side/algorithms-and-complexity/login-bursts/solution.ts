type Event = { address: string; atMs: number; ok: boolean };
type Alarm = { address: string; atMs: number };

export function findBursts(events: Event[], limit: number, windowMs: number): Alarm[] {
  const failures = new Map<string, number[]>();
  const reported = new Set<string>();
  const alarms: Alarm[] = [];

  for (const { address, atMs, ok } of events) {
    if (ok || reported.has(address)) continue;
    let times = failures.get(address);
    if (!times) failures.set(address, (times = []));
    times.push(atMs);

    // Times are sorted: if the first of the last `limit` failures lies in the window, so do all of them.
    const first = times[times.length - limit];
    if (first !== undefined && atMs - first < windowMs) {
      alarms.push({ address, atMs });
      reported.add(address);
      failures.delete(address);
    }
  }
  return alarms;
}
