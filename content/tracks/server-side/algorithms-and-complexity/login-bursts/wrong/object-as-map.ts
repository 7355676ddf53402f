// caught by: knows addresses that are names of the language
export function findBursts(events, limit, windowMs) {
  const failures = {};
  const alarms = new Map();
  for (const { address, atMs, ok } of events) {
    if (ok || alarms.has(address)) continue;
    if (!Object.hasOwn(failures, address)) failures[address] = [];
    const times = failures[address];
    times.push(atMs);
    if (times.length >= limit && atMs - times[times.length - limit] < windowMs) alarms.set(address, { address, atMs });
  }
  return [...alarms.values()];
}
