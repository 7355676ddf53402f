type Cache<Value> = {
  get: (key: string) => Value | undefined;
  set: (key: string, value: Value) => void;
};

export function createCache<Value>({ capacity, ttlMs }: { capacity: number; ttlMs: number }): Cache<Value> {
  void capacity;
  void ttlMs;
  const values = new Map<string, Value>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.set(key, value);
    },
  };
}
