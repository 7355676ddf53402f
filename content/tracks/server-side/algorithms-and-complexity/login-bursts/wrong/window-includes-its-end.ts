// caught by: does not count failures that are a whole window apart
export function findBursts(events, limit, windowMs) {
  const failures = new Map();
  const alarms = new Map();
  for (const { address, atMs, ok } of events) {
    if (ok || alarms.has(address)) continue;
    if (!failures.has(address)) failures.set(address, []);
    const times = failures.get(address);
    times.push(atMs);
    if (times.length >= limit && atMs - times[times.length - limit] <= windowMs) alarms.set(address, { address, atMs });
  }
  return [...alarms.values()];
}
