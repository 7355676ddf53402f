// caught by: starts the next item as soon as a call is fulfilled
export async function mapWithLimit<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('limit must be a positive integer');
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += limit) {
    const batch = items.slice(from, from + limit);
    results.push(...(await Promise.all(batch.map((item, place) => work(item, from + place)))));
  }
  return results;
}
