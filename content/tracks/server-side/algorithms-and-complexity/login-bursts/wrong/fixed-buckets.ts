// caught by: finds a burst that begins between two bounds of the clock
export function findBursts(events, limit, windowMs) {
  const counts = new Map();
  const alarms = new Map();
  for (const { address, atMs, ok } of events) {
    if (ok) continue;
    const bucket = `${Math.floor(atMs / windowMs)} ${address}`;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    if (counts.get(bucket) >= limit && !alarms.has(address)) alarms.set(address, { address, atMs });
  }
  return [...alarms.values()];
}
