// caught by: gives a server that recovers its share and nothing to catch up
type Server = { name: string; weight: number };

export function createBalancer(servers: Server[]) {
  const states = servers.map((server) => ({ ...server, healthy: true, had: 0 }));
  return {
    next() {
      const [chosen] = states
        .filter(({ healthy }) => healthy)
        .sort((a, b) => (a.had + 0.5) / a.weight - (b.had + 0.5) / b.weight);
      if (chosen === undefined) return null;
      chosen.had++;
      return chosen.name;
    },
    setHealthy(name: string, healthy: boolean) {
      for (const state of states) if (state.name === name) state.healthy = healthy;
    },
  };
}
