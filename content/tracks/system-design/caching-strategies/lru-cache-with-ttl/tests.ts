// A step is ['set', key, value], ['get', key] or ['wait', ms]; the driver returns what each get returned, null-safe.
const play = async ({ createCache }, options, steps) => {
  const cache = createCache(options);
  const results: unknown[] = [];
  for (const [action, subject, value] of steps) {
    if (action === 'wait') await new Promise((resolve) => setTimeout(resolve, subject));
    else if (action === 'set') cache.set(subject, value);
    else {
      const found = cache.get(subject);
      results.push(found === undefined ? 'nothing' : found);
    }
  }
  return results;
};

test('evicts the least recently used book of the example', async ({ evaluate }) => {
  const steps = [
    ['set', 'book:1', 'Slow Queries'],
    ['set', 'book:2', 'On Being Late'],
    ['get', 'book:1'],
    ['set', 'book:3', 'Small Pieces'],
    ['get', 'book:2'],
    ['get', 'book:1'],
    ['get', 'book:3'],
  ];
  const results = await evaluate(play, { capacity: 2, ttlMs: 60_000 }, steps);
  expect(results).toEqual(['Slow Queries', 'nothing', 'Slow Queries', 'Small Pieces']);
});

test('forgets an entry when it is ttlMs old, and not before', async ({ evaluate }) => {
  const steps = [
    ['set', 'a', 1],
    ['wait', 999],
    ['get', 'a'],
    ['wait', 1],
    ['get', 'a'],
  ];
  expect(await evaluate(play, { capacity: 2, ttlMs: 1000 }, steps)).toEqual([1, 'nothing']);
});

test('does not keep an entry longer because it is read', async ({ evaluate }) => {
  const steps = [
    ['set', 'a', 1],
    ['wait', 600],
    ['get', 'a'],
    ['wait', 600],
    ['get', 'a'],
  ];
  expect(await evaluate(play, { capacity: 2, ttlMs: 1000 }, steps)).toEqual([1, 'nothing']);
});

test('counts the age anew when an entry is set again', async ({ evaluate }) => {
  const steps = [
    ['set', 'a', 1],
    ['wait', 600],
    ['set', 'a', 2],
    ['wait', 600],
    ['get', 'a'],
  ];
  expect(await evaluate(play, { capacity: 2, ttlMs: 1000 }, steps)).toEqual([2]);
});

test('returns undefined for a key that was never set', async ({ evaluate }) => {
  expect(await evaluate(play, { capacity: 2, ttlMs: 1000 }, [['get', 'a']])).toEqual(['nothing']);
});
