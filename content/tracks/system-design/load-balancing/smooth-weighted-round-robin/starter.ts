type Server = { name: string; weight: number };
type Balancer = {
  next: () => string | null;
  setHealthy: (name: string, healthy: boolean) => void;
};

export function createBalancer(servers: Server[]): Balancer {
  let calls = 0;
  return {
    next: () => servers[calls++ % servers.length]?.name ?? null,
    setHealthy: () => {},
  };
}
