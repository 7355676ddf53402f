// caught by: keeps the newer load whichever of the two ends first
type LoadingCache<Value> = {
  get: (key: string) => Promise<Value>;
  invalidate: (key: string) => void;
};

/** One load and what became of it. Under way it never expires. */
type Entry<Value> = { promise: Promise<Value>; expiresAt: number };

export function createLoadingCache<Value>(
  load: (key: string) => Promise<Value>,
  { ttlMs }: { ttlMs: number },
): LoadingCache<Value> {
  const entries = new Map<string, Entry<Value>>();

  function start(key: string): Entry<Value> {
    const entry: Entry<Value> = { promise: loadInto(), expiresAt: Infinity };
    entries.set(key, entry);
    return entry;

    async function loadInto(): Promise<Value> {
      // A turn later, so that a load that throws at once finds its entry in the map.
      await Promise.resolve();
      try {
        const value = await load(key);
        entry.expiresAt = Date.now() + ttlMs;
        return value;
      } catch (error) {
        // After an invalidate the key may belong to a newer load.
        entries.delete(key);
        throw error;
      }
    }
  }

  return {
    get(key) {
      const known = entries.get(key);
      return (known !== undefined && Date.now() < known.expiresAt ? known : start(key)).promise;
    },
    invalidate(key) {
      entries.delete(key);
    },
  };
}
