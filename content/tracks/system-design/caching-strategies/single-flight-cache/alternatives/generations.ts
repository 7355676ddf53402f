/** Values and flights in maps of their own; a generation number tells whether a flight is still wanted. */
export function createLoadingCache(load: (key: string) => Promise<unknown>, options: { ttlMs: number }) {
  const values = new Map<string, { value: unknown; loadedAt: number }>();
  const flights = new Map<string, Promise<unknown>>();
  const generations = new Map<string, number>();
  const generation = (key: string) => generations.get(key) ?? 0;

  const fly = async (key: string) => {
    const startedIn = generation(key);
    try {
      const value = await load(key);
      if (generation(key) === startedIn) values.set(key, { value, loadedAt: Date.now() });
      return value;
    } finally {
      if (generation(key) === startedIn) flights.delete(key);
    }
  };

  return {
    async get(key: string) {
      const cached = values.get(key);
      if (cached && Date.now() - cached.loadedAt < options.ttlMs) return cached.value;
      const flying = flights.get(key);
      if (flying) return flying;
      const promise = Promise.resolve().then(() => fly(key));
      flights.set(key, promise);
      return promise;
    },
    invalidate(key: string) {
      generations.set(key, generation(key) + 1);
      values.delete(key);
      flights.delete(key);
    },
  };
}
