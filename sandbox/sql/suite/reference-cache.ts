/** Answers of references, which are the same for every submission; the oldest ones go. */
export type ReferenceCache = {
  /** What `make` gives is kept unless `isKept` says otherwise, which is asked afterwards. */
  get: <Value>(key: string, make: () => Promise<Value>, isKept?: () => Promise<boolean>) => Promise<Value>;
};

const cachedMax = 512;

export function createReferenceCache(): ReferenceCache {
  const known = new Map<string, unknown>();
  return {
    get: async <Value>(key: string, make: () => Promise<Value>, isKept = async () => true) => {
      if (known.has(key)) return known.get(key) as Value;
      const value = await make();
      if (!(await isKept())) return value;
      known.set(key, value);
      const oldest = known.keys().next();
      if (known.size > cachedMax && !oldest.done) known.delete(oldest.value);
      return value;
    },
  };
}
