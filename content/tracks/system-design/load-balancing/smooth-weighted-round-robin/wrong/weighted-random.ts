// caught by: gives each server exactly its weight in every block
type Server = { name: string; weight: number };

export function createBalancer(servers: Server[]) {
  const down = new Set<string>();
  return {
    next() {
      const up = servers.filter(({ name }) => !down.has(name));
      let ticket = Math.random() * up.reduce((sum, { weight }) => sum + weight, 0);
      for (const { name, weight } of up) {
        ticket -= weight;
        if (ticket < 0) return name;
      }
      return null;
    },
    setHealthy(name: string, healthy: boolean) {
      if (healthy) down.delete(name);
      else down.add(name);
    },
  };
}
