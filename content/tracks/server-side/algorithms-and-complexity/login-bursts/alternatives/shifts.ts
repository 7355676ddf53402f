type Event = { address: string; atMs: number; ok: boolean };

export function findBursts(events: Event[], limit: number, windowMs: number) {
  const queues: Record<string, number[]> = Object.create(null);
  const alarms = new Map<string, { address: string; atMs: number }>();
  events
    .filter((event) => !event.ok)
    .forEach(({ address, atMs }) => {
      const queue = (queues[address] ??= []);
      queue.push(atMs);
      while (queue.length > 0 && queue[0] <= atMs - windowMs) queue.shift();
      if (queue.length >= limit && !alarms.has(address)) alarms.set(address, { address, atMs });
    });
  return [...alarms.values()];
}
