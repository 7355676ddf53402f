// caught by: draws every pair with the same probability
type Server = { name: string; healthy: boolean };

export function choose(servers: Server[], loadOf: (name: string) => number, random: () => number): string | null {
  const names = servers.filter(({ healthy }) => healthy).map(({ name }) => name);
  const below = (count: number) => Math.floor(random() * count);

  const i = below(names.length);
  const first = names[i];
  if (first === undefined) return null;

  // One of the others: everything from i on moves up by one.
  const second = names[(i + 1) % names.length]!;

  return loadOf(second) < loadOf(first) ? second : first;
}
