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

test('asks only for what is missing', async ({ evaluate }) => {
  const wanted = { before: '2026-03-02T23:00Z', oldest: '2026-02-01T00:00Z', count: 5 };
  const { limits } = await evaluate(play, [...evening, ...earlier], wanted);
  expect(limits[0]).toBeLessThanOrEqual(5);
  expect(limits.slice(1)).toEqual([2, 1, 1, 1].slice(0, limits.length - 1));
});

test('goes on through empty days, down to the day of the oldest', async ({ evaluate }) => {
  const wanted = { before: '2026-03-02T23:00Z', oldest: '2026-02-27T00:00Z', count: 50 };
  const { found, reads } = await evaluate(play, [...evening, ...earlier], wanted);
  expect(found).toHaveLength(6);
  expect(reads).toEqual(['2026-03-02', '2026-03-01', '2026-02-28', '2026-02-27'].map((day) => `ann/${day}`));
});

test('at midnight begins with the day before', async ({ evaluate }) => {
  const wanted = { before: '2026-03-02T00:00Z', oldest: '2026-02-28T12:00Z', count: 1 };
  const { found, reads } = await evaluate(play, [...evening, ...earlier], wanted);
  expect(found).toEqual(['2026-03-01T21:00Z']);
  expect(reads).toEqual(['ann/2026-03-01']);
});

test('leaves out what is older than asked', async ({ evaluate }) => {
  const wanted = { before: '2026-03-01T00:00Z', oldest: '2026-02-27T07:30Z', count: 5 };
  const { found } = await evaluate(play, earlier, wanted);
  expect(found).toEqual(['2026-02-27T08:00Z']);
});

test('takes what is exactly as old as asked', async ({ evaluate }) => {
  const wanted = { before: '2026-03-01T00:00Z', oldest: '2026-02-27T07:00Z', count: 5 };
  const { found } = await evaluate(play, earlier, wanted);
  expect(found).toEqual(['2026-02-27T08:00Z', '2026-02-27T07:00Z']);
});

test('reads nothing where nothing is asked', async ({ evaluate }) => {
  const none = { before: '2026-03-02T12:00Z', oldest: '2026-03-01T00:00Z', count: 0 };
  expect(await evaluate(play, evening, none)).toMatchObject({ found: [], reads: [] });
  const backwards = { before: '2026-03-02T12:00Z', oldest: '2026-03-02T13:00Z', count: 5 };
  expect(await evaluate(play, evening, backwards)).toMatchObject({ found: [], reads: [] });
  const empty = { before: '2026-03-02T12:00Z', oldest: '2026-03-02T12:00Z', count: 5 };
  expect(await evaluate(play, evening, empty)).toMatchObject({ found: [], reads: [] });
});

test('agrees with the reference on random events', async ({ evaluate, reference, random }) => {
  const moments = Array.from({ length: 25 }, (_, index) => {
    const [day, hour] = [10 + random.int(0, 9), 10 + random.int(0, 13)];
    return `2026-03-${day}T${hour}:${10 + index}:00Z`;
  });
  const wanted = {
    before: `2026-03-${random.int(15, 21)}T${random.pick(['00:00', '13:00'])}:00Z`,
    oldest: `2026-03-${random.int(10, 14)}T${random.pick(['00:00', '17:00'])}:00Z`,
    count: random.int(1, 15),
  };
  const [mine, right] = [await evaluate(play, moments, wanted), await reference.evaluate(play, moments, wanted)];
  expect([mine.found, mine.reads]).toEqual([right.found, right.reads]);
});
