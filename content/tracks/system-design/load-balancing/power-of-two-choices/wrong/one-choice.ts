// caught by: returns the less busy one of two
type Server = { name: string; healthy: boolean };

export function choose(servers: Server[], loadOf: (name: string) => number, random: () => number): string | null {
  const names = servers.filter(({ healthy }) => healthy).map(({ name }) => name);
  const below = (count: number) => Math.floor(random() * count);

  const i = below(names.length);
  const first = names[i];
  if (first === undefined) return null;

  // One of the others: everything from i on moves up by one.
  const j = below(names.length - 1);
  const second = names[j < i ? j : j + 1];
  if (second === undefined) return first;

  loadOf(first);
  return first;
}
