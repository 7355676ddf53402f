// caught by: counts a missing machine as 0
type Clock = Record<string, number>;
type Version = { clock: Clock; value: unknown };
type Order = 'equal' | 'before' | 'after' | 'concurrent';

/** Whether a has seen a write that b has not. */
const hasMore = (a: Clock, b: Clock) => Object.entries(a).some(([machine, count]) => count > (b[machine] ?? 0));

export function compare(a: Clock, b: Clock): Order {
  const aHasMore = hasMore(a, b);
  const bHasMore = Object.keys(a).some((machine) => (b[machine] ?? 0) > a[machine]);
  if (aHasMore && bHasMore) return 'concurrent';
  if (aHasMore) return 'after';
  return bHasMore ? 'before' : 'equal';
}

export function keepNewest(versions: Version[]): Version[] {
  return versions.filter((version, i) =>
    versions.every((other, j) => {
      const order = compare(version.clock, other.clock);
      return order !== 'before' && !(order === 'equal' && j < i);
    }),
  );
}

export function nextClock(versions: Version[], machine: string): Clock {
  const next: Clock = {};
  for (const { clock } of versions) {
    for (const [name, count] of Object.entries(clock)) next[name] = Math.max(next[name] ?? 0, count);
  }
  next[machine] = (next[machine] ?? 0) + 1;
  return next;
}
