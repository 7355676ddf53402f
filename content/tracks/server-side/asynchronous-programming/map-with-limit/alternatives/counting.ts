export function mapWithLimit<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  return new Promise((resolve, reject) => {
    if (!Number.isInteger(limit) || limit < 1) throw new RangeError('limit must be a positive integer');
    const results: Result[] = [];
    let started = 0;
    let finished = 0;
    let stopped = false;

    function fail(error: unknown) {
      stopped = true;
      reject(error);
    }
    function startOne() {
      if (stopped || started === items.length) return;
      const index = started++;
      let call: Promise<Result>;
      try {
        call = work(items[index], index);
      } catch (error) {
        fail(error);
        return;
      }
      call.then((result) => {
        results[index] = result;
        finished++;
        if (finished === items.length) resolve(results);
        else startOne();
      }, fail);
    }

    if (items.length === 0) resolve(results);
    for (let place = 0; place < limit && place < items.length; place++) startOne();
  });
}
