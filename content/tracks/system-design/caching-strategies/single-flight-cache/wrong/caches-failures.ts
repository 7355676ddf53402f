// caught by: loads again after a failure
export function createLoadingCache(load: (key: string) => Promise<unknown>, { ttlMs }: { ttlMs: number }) {
  const entries = new Map<string, { promise: Promise<unknown>; expiresAt: number }>();
  return {
    async get(key: string) {
      const known = entries.get(key);
      if (known && Date.now() < known.expiresAt) return known.promise;
      const entry = { promise: load(key), expiresAt: Infinity };
      entries.set(key, entry);
      const settled = () => {
        entry.expiresAt = Date.now() + ttlMs;
      };
      entry.promise.then(settled, settled);
      return entry.promise;
    },
    invalidate: (key: string) => void entries.delete(key),
  };
}
