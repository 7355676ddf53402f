// caught by: reports each address once, in the order of the alarms
export function findBursts(events, limit, windowMs) {
  const failures = new Map();
  const alarms = [];
  for (const { address, atMs, ok } of events) {
    if (ok) continue;
    const times = failures.get(address) ?? [];
    failures.set(address, times);
    times.push(atMs);
    if (times.length >= limit && atMs - times[times.length - limit] < windowMs) {
      alarms.push({ address, atMs });
      failures.set(address, []);
    }
  }
  return alarms;
}
