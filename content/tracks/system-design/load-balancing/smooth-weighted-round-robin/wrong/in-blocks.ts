// caught by: lets no server get a whole request ahead of its share
type Server = { name: string; weight: number };

export function createBalancer(servers: Server[]) {
  const down = new Set<string>();
  let place = 0;
  return {
    next() {
      const sequence = servers.flatMap(({ name, weight }) =>
        down.has(name) ? [] : new Array<string>(weight).fill(name),
      );
      return sequence.length === 0 ? null : sequence[place++ % sequence.length]!;
    },
    setHealthy(name: string, healthy: boolean) {
      if (down.has(name) !== healthy) return;
      if (healthy) down.delete(name);
      else down.add(name);
      place = 0;
    },
  };
}
