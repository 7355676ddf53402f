type Server = { name: string; healthy: boolean };

export function choose(servers: Server[], loadOf: (name: string) => number, random: () => number): string | null {
  void random;
  const [least] = servers.toSorted((a, b) => loadOf(a.name) - loadOf(b.name));
  return least?.name ?? null;
}
