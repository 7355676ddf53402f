type Clock = Record<string, number>;
type Version = { clock: Clock; value: unknown };

const machinesOf = (...clocks: Clock[]) => [...new Set(clocks.flatMap((clock) => Object.keys(clock)))];
const top = (clocks: Clock[], machine: string) => Math.max(0, ...clocks.map((clock) => clock[machine] ?? 0));

export function compare(a: Clock, b: Clock) {
  const signs = new Set(machinesOf(a, b).map((machine) => Math.sign((a[machine] ?? 0) - (b[machine] ?? 0))));
  if (signs.has(1)) return signs.has(-1) ? 'concurrent' : 'after';
  return signs.has(-1) ? 'before' : 'equal';
}

export function keepNewest(versions: Version[]) {
  let survivors: Version[] = [];
  for (const version of versions) {
    const order = (other: Version) => compare(other.clock, version.clock);
    if (survivors.some((other) => ['after', 'equal'].includes(order(other)))) continue;
    survivors = [...survivors.filter((other) => order(other) !== 'before'), version];
  }
  return survivors;
}

export function nextClock(versions: Version[], machine: string) {
  const clocks = versions.map(({ clock }) => clock);
  const merged = machinesOf(...clocks, { [machine]: 0 }).map((name) => [
    name,
    top(clocks, name) + (name === machine ? 1 : 0),
  ]);
  return Object.fromEntries(merged);
}
