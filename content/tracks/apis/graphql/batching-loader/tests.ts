/** Loads in a batch that answers each key with `of <key>`, and errors for keys that begin with "bad". */
const play = async ({ createLoader }, steps: (string | number)[][], options: { maxBatchSize?: number } = {}) => {
  const calls: unknown[][] = [];
  const loader = createLoader(async (keys) => {
    calls.push([...keys]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    return keys.map((key) => (String(key).startsWith('bad') ? new Error(`no ${key}`) : `of ${typeof key} ${key}`));
  }, options);
  const outcomes: unknown[] = [];
  for (const keys of steps) {
    const settled = await Promise.allSettled(keys.map((key) => loader.load(key)));
    outcomes.push(settled.map((one) => (one.status === 'fulfilled' ? one.value : `error: ${one.reason.message}`)));
  }
  return { calls, outcomes };
};

test('gathers what is asked for together into one call', async ({ evaluate }) => {
  const seen = await evaluate(play, [['a', 'b', 'c']]);
  expect(seen.calls).toEqual([['a', 'b', 'c']]);
  expect(seen.outcomes).toEqual([['of string a', 'of string b', 'of string c']]);
});

test('asks for each key once, in the order of its first load', async ({ evaluate }) => {
  const seen = await evaluate(play, [['c', 'a', 'c', 'b', 'a']]);
  expect(seen.calls).toEqual([['c', 'a', 'b']]);
  expect(seen.outcomes[0]).toEqual(['of string c', 'of string a', 'of string c', 'of string b', 'of string a']);
});

test('remembers a key for later loads', async ({ evaluate }) => {
  const seen = await evaluate(play, [['a', 'b'], ['b', 'c'], ['a']]);
  expect(seen.calls).toEqual([['a', 'b'], ['c']]);
  expect(seen.outcomes).toEqual([['of string a', 'of string b'], ['of string b', 'of string c'], ['of string a']]);
});

test('rejects only the key whose place holds an error', async ({ evaluate }) => {
  const seen = await evaluate(play, [['a', 'bad1', 'b']]);
  expect(seen.outcomes).toEqual([['of string a', 'error: no bad1', 'of string b']]);
});

test('gathers loads that come some promise callbacks later', async ({ evaluate }) => {
  const calls = await evaluate(async ({ createLoader }) => {
    const calls: unknown[][] = [];
    const loader = createLoader(async (keys) => {
      calls.push([...keys]);
      return keys;
    });
    const later = async (callbacks: number, key: string) => {
      for (let i = 0; i < callbacks; i++) await null; // A resolver that checks rights first, for instance.
      return loader.load(key);
    };
    await Promise.all([loader.load('a'), later(1, 'b'), later(5, 'c'), later(40, 'd')]);
    return calls;
  });
  expect(calls).toEqual([['a', 'b', 'c', 'd']]);
});
