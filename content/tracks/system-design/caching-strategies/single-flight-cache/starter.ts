type LoadingCache<Value> = {
  get: (key: string) => Promise<Value>;
  invalidate: (key: string) => void;
};

export function createLoadingCache<Value>(
  load: (key: string) => Promise<Value>,
  { ttlMs }: { ttlMs: number },
): LoadingCache<Value> {
  void ttlMs;
  return {
    get: (key) => load(key),
    invalidate: () => {},
  };
}
