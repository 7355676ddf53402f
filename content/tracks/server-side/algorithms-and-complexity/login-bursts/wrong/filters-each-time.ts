// caught by: goes through a log that one address has filled in time
export function findBursts(events, limit, windowMs) {
  const byAddress = new Map();
  const alarms = [];
  const reported = new Set();
  for (const { address, atMs, ok } of events) {
    if (ok) continue;
    const recent = [...(byAddress.get(address) ?? []), atMs].filter((time) => atMs - time < windowMs);
    byAddress.set(address, recent);
    if (recent.length >= limit && !reported.has(address)) {
      reported.add(address);
      alarms.push({ address, atMs });
    }
  }
  return alarms;
}
