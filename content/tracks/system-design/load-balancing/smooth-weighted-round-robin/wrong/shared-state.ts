// caught by: keeps one balancer apart from another
type Server = { name: string; weight: number };
type Balancer = {
  next: () => string | null;
  setHealthy: (name: string, healthy: boolean) => void;
};

export function createBalancer(servers: Server[]): Balancer {
  /** `current` is what a server may still claim, in units of 1/W request. They sum to zero between calls. */
  for (const server of servers) Object.assign(server, { healthy: true, current: 0 });
  const states = servers as (Server & { healthy: boolean; current: number })[];

  return {
    next() {
      const healthy = states.filter((state) => state.healthy);
      let total = 0;
      for (const state of healthy) {
        state.current += state.weight;
        total += state.weight;
      }
      if (total === 0) return null;
      const chosen = healthy.reduce((best, state) => (state.current > best.current ? state : best));
      chosen.current -= total;
      return chosen.name;
    },

    setHealthy(name, healthy) {
      const changed = states.find((state) => state.name === name && state.healthy !== healthy);
      if (changed === undefined) return;
      changed.healthy = healthy;
      for (const state of states) state.current = 0;
    },
  };
}
