// Events are moments as texts; `reads` is what the driver was asked for.
const play = async ({ latest, partitionOf }, moments, { before, oldest, count }) => {
  const events = moments.map((moment) => ({ at: Date.parse(moment), moment })).sort((a, b) => b.at - a.at);
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const reads: string[] = [];
  const limits: number[] = [];
  let running = 0;
  let most = 0;
  const read = async (partition, options) => {
    most = Math.max(most, ++running);
    reads.push(partition);
    limits.push(options.limit);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
    const inside = events.filter(({ at }) => `ann/${dayOf(at)}` === partition && at < options.before);
    return inside.slice(0, options.limit);
  };
  const wanted = { before: Date.parse(before), oldest: Date.parse(oldest), count };
  const found = await latest(read, 'ann', wanted);
  return { found: found.map(({ moment }) => moment), reads, limits, most };
};
const evening = ['2026-03-02T20:00Z', '2026-03-02T20:05Z', '2026-03-02T20:10Z'];
const earlier = ['2026-03-01T21:00Z', '2026-02-27T08:00Z', '2026-02-27T07:00Z'];

test('names the partition by the day in UTC', async ({ call }) => {
  expect(await call('partitionOf', 'ann', Date.UTC(2026, 2, 1, 23, 59, 59, 999))).toBe('ann/2026-03-01');
  expect(await call('partitionOf', 'bo', Date.UTC(2026, 2, 2))).toBe('bo/2026-03-02');
});

test('reads the newest events of the day', async ({ evaluate }) => {
  const wanted = { before: '2026-03-02T20:10Z', oldest: '2026-02-01T00:00Z', count: 2 };
  const { found, reads } = await evaluate(play, evening, wanted);
  expect(found).toEqual(['2026-03-02T20:05Z', '2026-03-02T20:00Z']);
  expect(reads).toEqual(['ann/2026-03-02']);
});

test('goes on in the day before when there are too few', async ({ evaluate }) => {
  const wanted = { before: '2026-03-02T23:00Z', oldest: '2026-02-01T00:00Z', count: 4 };
  const { found, reads } = await evaluate(play, [...evening, ...earlier], wanted);
  expect(found).toEqual(['2026-03-02T20:10Z', '2026-03-02T20:05Z', '2026-03-02T20:00Z', '2026-03-01T21:00Z']);
  expect(reads).toEqual(['ann/2026-03-02', 'ann/2026-03-01']);
});

test('stops as soon as it has enough', async ({ evaluate }) => {
  const wanted = { before: '2026-03-02T23:00Z', oldest: '2026-02-01T00:00Z', count: 3 };
  const { reads, most } = await evaluate(play, [...evening, ...earlier], wanted);
  expect(reads).toEqual(['ann/2026-03-02']);
  expect(most, 'reads at the same time').toBe(1);
});
