type Key = string | number;

/** Gathers into groups that are settled as one promise each; every key takes its place out of the group's answer. */
export function createLoader(
  batch: (keys: Key[]) => Promise<unknown[]>,
  options: { maxBatchSize?: number } | undefined,
) {
  const size = options?.maxBatchSize ?? Number.MAX_SAFE_INTEGER;
  const seen = new Map<Key, Promise<unknown>>();
  let open: { keys: Key[]; answer: Promise<unknown[]> }[] = [];
  let tick: Promise<void> | null = null;

  const turn = () =>
    (tick ??= new Promise((resolve) =>
      setTimeout(() => {
        tick = null;
        open = [];
        resolve();
      }),
    ));

  function group() {
    const last = open.at(-1);
    if (last && last.keys.length < size) return last;
    const keys: Key[] = [];
    const answer = turn().then(async () => {
      const values = await batch(keys);
      if (Array.isArray(values) && values.length === keys.length) return values;
      throw new TypeError('batch broke its promise');
    });
    const fresh = { keys, answer };
    open.push(fresh);
    return fresh;
  }

  const load = (key: Key) => {
    if (!seen.has(key)) {
      const { keys, answer } = group();
      const place = keys.push(key) - 1;
      const value = answer.then((values) => {
        if (values[place] instanceof Error) throw values[place];
        return values[place];
      });
      seen.set(key, value);
    }
    return seen.get(key)!;
  };

  return {
    load,
    async loadMany(keys: Key[]) {
      const settled = await Promise.allSettled(keys.map(load));
      return settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
    },
    clear: (key: Key) => void seen.delete(key),
  };
}
