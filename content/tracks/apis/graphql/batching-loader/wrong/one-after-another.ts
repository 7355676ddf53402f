// caught by: makes the calls of one batch at the same moment
type Key = string | number;
type Waiting<Value> = { key: Key; resolve: (value: Value) => void; reject: (error: unknown) => void };

export function createLoader<Value>(
  batch: (keys: Key[]) => Promise<(Value | Error)[]>,
  { maxBatchSize = Infinity }: { maxBatchSize?: number } = {},
) {
  /** The promise of each key that was asked for: a Map tells 1 from '1'. */
  const promises = new Map<Key, Promise<Value>>();
  let queue: Waiting<Value>[] = [];

  async function send(some: Waiting<Value>[]) {
    try {
      const values = await batch(some.map((one) => one.key));
      if (!Array.isArray(values) || values.length !== some.length) {
        throw new TypeError(`batch must resolve to an array of ${some.length} values, one for each key`);
      }
      some.forEach(({ resolve, reject }, i) => {
        const value = values[i];
        if (value instanceof Error) reject(value);
        else resolve(value);
      });
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }

  async function dispatch() {
    const all = queue;
    queue = [];
    for (let from = 0; from < all.length; from += maxBatchSize) await send(all.slice(from, from + maxBatchSize));
  }

  function load(key: Key): Promise<Value> {
    const known = promises.get(key);
    if (known) return known;
    const promise = new Promise<Value>((resolve, reject) => {
      // The first of a new queue starts the clock; it fires after all promise callbacks that are due.
      if (queue.length === 0) setTimeout(dispatch, 0);
      queue.push({ key, resolve, reject });
    });
    promises.set(key, promise);
    return promise;
  }

  return {
    load,
    loadMany: (keys: Key[]) => Promise.all(keys.map((key) => load(key).catch((error: Error) => error))),
    clear(key: Key) {
      promises.delete(key);
    },
  };
}
