// caught by: starts no further item after an error
export async function mapWithLimit<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('limit must be a positive integer');
  const results = new Array<Result>(items.length);
  let next = 0;

  async function takeTurns() {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index], index);
    }
  }

  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeTurns));
  return results;
}
