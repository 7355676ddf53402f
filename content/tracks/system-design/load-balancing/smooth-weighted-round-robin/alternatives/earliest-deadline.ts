type Server = { name: string; weight: number };

/** Of the servers that one more request would not put a whole request ahead, the one that is due first. */
export function createBalancer(servers: Server[]) {
  const down = new Set<string>();
  let calls = 0;
  let served = new Map<string, number>();

  return {
    next(): string | null {
      const up = servers.filter(({ name }) => !down.has(name));
      const total = up.reduce((sum, { weight }) => sum + weight, 0);
      calls++;
      let due: Server | undefined;
      for (const server of up) {
        const had = served.get(server.name) ?? 0;
        if (had * total >= calls * server.weight) continue;
        const hadByDue = due === undefined ? 0 : (served.get(due.name) ?? 0);
        if (due === undefined || (had + 1) * due.weight < (hadByDue + 1) * server.weight) due = server;
      }
      if (due === undefined) return null;
      served.set(due.name, (served.get(due.name) ?? 0) + 1);
      return due.name;
    },
    setHealthy(name: string, healthy: boolean) {
      if (down.has(name) !== healthy) return;
      if (healthy) down.delete(name);
      else down.add(name);
      calls = 0;
      served = new Map();
    },
  };
}
