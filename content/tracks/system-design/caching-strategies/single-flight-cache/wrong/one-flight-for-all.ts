// caught by: loads different keys side by side
export function createLoadingCache(load: (key: string) => Promise<unknown>, { ttlMs }: { ttlMs: number }) {
  const values = new Map<string, { value: unknown; expiresAt: number }>();
  let flight: Promise<unknown> = Promise.resolve();
  return {
    get(key: string) {
      const next = flight.then(async () => {
        const cached = values.get(key);
        if (cached && Date.now() < cached.expiresAt) return cached.value;
        const value = await load(key);
        values.set(key, { value, expiresAt: Date.now() + ttlMs });
        return value;
      });
      flight = next.catch(() => undefined);
      return next;
    },
    invalidate: (key: string) => void values.delete(key),
  };
}
