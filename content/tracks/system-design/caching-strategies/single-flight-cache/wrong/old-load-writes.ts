// caught by: does not cache a value whose load began before invalidate
export function createLoadingCache(load: (key: string) => Promise<unknown>, { ttlMs }: { ttlMs: number }) {
  const values = new Map<string, { value: unknown; expiresAt: number }>();
  const flights = new Map<string, Promise<unknown>>();
  const fly = async (key: string) => {
    try {
      const value = await load(key);
      values.set(key, { value, expiresAt: Date.now() + ttlMs });
      return value;
    } finally {
      flights.delete(key);
    }
  };
  return {
    async get(key: string) {
      const cached = values.get(key);
      if (cached && Date.now() < cached.expiresAt) return cached.value;
      const flying = flights.get(key) ?? Promise.resolve().then(() => fly(key));
      flights.set(key, flying);
      return flying;
    },
    invalidate(key: string) {
      values.delete(key);
      flights.delete(key);
    },
  };
}
