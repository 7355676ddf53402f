export function findBursts(events, limit, windowMs) {
  const byAddress = new Map();
  const alarms: { address: string; atMs: number }[] = [];
  for (const { address, atMs, ok } of events) {
    if (ok) continue;
    const window = byAddress.get(address) ?? { times: [], oldest: 0, done: false };
    byAddress.set(address, window);
    window.times.push(atMs);
    while (atMs - window.times[window.oldest] >= windowMs && window.oldest < window.times.length - 1) window.oldest++;
    const count = atMs - window.times[window.oldest] < windowMs ? window.times.length - window.oldest : 0;
    if (count >= limit && !window.done) {
      window.done = true;
      alarms.push({ address, atMs });
    }
  }
  return alarms;
}
