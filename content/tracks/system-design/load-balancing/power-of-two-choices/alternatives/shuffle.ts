type Server = { name: string; healthy: boolean };

/** The first two steps of a Fisher-Yates shuffle, and a comparison. */
export function choose(servers: Server[], loadOf: (name: string) => number, random: () => number) {
  const healthy = servers.filter((server) => server.healthy);
  if (healthy.length < 2) return healthy[0]?.name ?? null;
  for (const place of [0, 1]) {
    const other = place + Math.floor(random() * (healthy.length - place));
    [healthy[place], healthy[other]] = [healthy[other]!, healthy[place]!];
  }
  const [a, b] = healthy.map((server) => server.name) as [string, string];
  const difference = loadOf(a) - loadOf(b);
  if (difference === 0) return random() < 0.5 ? a : b;
  return difference < 0 ? a : b;
}
