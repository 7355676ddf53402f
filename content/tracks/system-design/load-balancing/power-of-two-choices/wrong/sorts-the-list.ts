// caught by: leaves the list as it was
type Server = { name: string; healthy: boolean };

export function choose(servers: Server[], loadOf: (name: string) => number, random: () => number): string | null {
  servers.sort(() => random() - 0.5);
  const names = servers.filter(({ healthy }) => healthy).map(({ name }) => name);
  const below = (count: number) => Math.floor(random() * count);

  const i = below(names.length);
  const first = names[i];
  if (first === undefined) return null;

  // One of the others: everything from i on moves up by one.
  const j = below(names.length - 1);
  const second = names[j < i ? j : j + 1];
  if (second === undefined) return first;

  return loadOf(second) < loadOf(first) ? second : first;
}
