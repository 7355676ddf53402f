// caught by: loads once for readers who come at the same time
export function createLoadingCache(load: (key: string) => Promise<unknown>, { ttlMs }: { ttlMs: number }) {
  const values = new Map<string, { value: unknown; expiresAt: number }>();
  return {
    async get(key: string) {
      const cached = values.get(key);
      if (cached && Date.now() < cached.expiresAt) return cached.value;
      const value = await load(key);
      values.set(key, { value, expiresAt: Date.now() + ttlMs });
      return value;
    },
    invalidate: (key: string) => void values.delete(key),
  };
}
