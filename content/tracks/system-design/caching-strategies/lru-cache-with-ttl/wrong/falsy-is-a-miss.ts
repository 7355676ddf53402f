// caught by: keeps null, zero, empty text and false
type Cache<Value> = {
  get: (key: string) => Value | undefined;
  set: (key: string, value: Value) => void;
};

export function createCache<Value>({ capacity, ttlMs }: { capacity: number; ttlMs: number }): Cache<Value> {
  // A Map iterates in insertion order: the first key is the one used least recently.
  const entries = new Map<string, { value: Value; expiresAt: number }>();

  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry?.value) return undefined;
      entries.delete(key);
      if (Date.now() >= entry.expiresAt) return undefined;
      entries.set(key, entry);
      return entry.value;
    },

    set(key, value) {
      entries.delete(key);
      if (entries.size >= capacity) {
        const oldest = entries.keys().next();
        if (!oldest.done) entries.delete(oldest.value);
      }
      entries.set(key, { value, expiresAt: Date.now() + ttlMs });
    },
  };
}
