// caught by: serves a value until ttlMs after its load resolved, and loads again from then on
export function createLoadingCache(load: (key: string) => Promise<unknown>, { ttlMs }: { ttlMs: number }) {
  const entries = new Map<string, { promise: Promise<unknown>; startedAt: number }>();
  return {
    async get(key: string) {
      const known = entries.get(key);
      if (known && Date.now() - known.startedAt < ttlMs) return known.promise;
      const entry = { promise: load(key), startedAt: Date.now() };
      entries.set(key, entry);
      entry.promise.catch(() => entries.get(key) === entry && entries.delete(key));
      return entry.promise;
    },
    invalidate: (key: string) => void entries.delete(key),
  };
}
