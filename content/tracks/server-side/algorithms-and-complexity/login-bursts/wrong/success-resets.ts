// caught by: lets a success count for nothing and reset nothing
export function findBursts(events, limit, windowMs) {
  const failures = new Map();
  const alarms = new Map();
  for (const { address, atMs, ok } of events) {
    if (ok) {
      failures.delete(address);
      continue;
    }
    const times = failures.get(address) ?? [];
    failures.set(address, times);
    times.push(atMs);
    const first = times[times.length - limit];
    if (first !== undefined && atMs - first < windowMs && !alarms.has(address)) alarms.set(address, { address, atMs });
  }
  return [...alarms.values()];
}
