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

test('cuts a batch into calls of the given size', async ({ evaluate }) => {
  const seen = await evaluate(play, [['a', 'b', 'c', 'd', 'e']], { maxBatchSize: 2 });
  expect(seen.calls).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  expect(seen.outcomes[0]).toEqual(['a', 'b', 'c', 'd', 'e'].map((key) => `of string ${key}`));
});

test('makes the calls of one batch at the same moment', async ({ evaluate }) => {
  const tookMs = await evaluate(async ({ createLoader }) => {
    const begin = Date.now();
    const slow = async (keys) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return keys;
    };
    const loader = createLoader(slow, { maxBatchSize: 1 });
    await Promise.all(['a', 'b', 'c', 'd'].map((key) => loader.load(key)));
    return Date.now() - begin;
  });
  expect(tookMs, 'Four calls of 100 ms each, in milliseconds').toBeLessThan(200);
});

test('a call that fails takes none of the others with it', async ({ evaluate }) => {
  const outcomes = await evaluate(async ({ createLoader }) => {
    const loader = createLoader(
      async (keys) => {
        if (keys.includes('c')) throw new Error('database away');
        return keys;
      },
      { maxBatchSize: 2 },
    );
    const settled = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((key) => loader.load(key)));
    return settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message));
  });
  expect(outcomes).toEqual(['a', 'b', 'database away', 'database away', 'e']);
});

test('rejects all when batch throws at once', async ({ evaluate }) => {
  const outcomes = await evaluate(async ({ createLoader }) => {
    const loader = createLoader(() => {
      throw new RangeError('too many');
    });
    const settled = await Promise.allSettled([loader.load('a'), loader.load('b')]);
    return settled.map((one) =>
      one.status === 'rejected' ? `${one.reason.name}: ${one.reason.message}` : 'fulfilled',
    );
  });
  expect(outcomes).toEqual(['RangeError: too many', 'RangeError: too many']);
});

test('rejects with a TypeError when the answer is no array of the right length', async ({ evaluate }) => {
  const names = await evaluate(async ({ createLoader }) => {
    const names: string[] = [];
    for (const answer of [['one'], ['one', 'two', 'three'], undefined, { length: 2 }, 'ab']) {
      const loader = createLoader(async () => answer);
      const settled = await Promise.allSettled([loader.load('a'), loader.load('b')]);
      names.push(settled.map((one) => (one.status === 'rejected' ? one.reason.name : 'fulfilled')).join(', '));
    }
    return names;
  });
  expect(names).toEqual(Array(5).fill('TypeError, TypeError'));
});

test('keeps a failure until the key is cleared', async ({ evaluate }) => {
  const seen = await evaluate(async ({ createLoader }) => {
    let calls = 0;
    const loader = createLoader(async (keys) => {
      calls++;
      return keys.map((key) => (calls === 1 ? new Error('not yet') : key));
    });
    const ask = () => loader.load('a').then(String, (error: Error) => `error: ${error.message}`);
    const outcomes = [await ask(), await ask()];
    const before = calls;
    loader.clear('a');
    return { outcomes: [...outcomes, await ask()], before, after: calls };
  });
  expect(seen).toEqual({ outcomes: ['error: not yet', 'error: not yet', 'a'], before: 1, after: 2 });
});

test('forgets the cleared key and no other', async ({ evaluate }) => {
  const calls = await evaluate(async ({ createLoader }) => {
    const calls: unknown[][] = [];
    const loader = createLoader(async (keys) => {
      calls.push([...keys]);
      return keys;
    });
    await Promise.all([loader.load('a'), loader.load('b')]);
    loader.clear('a');
    loader.clear('never asked for');
    await Promise.all([loader.load('a'), loader.load('b')]);
    return calls;
  });
  expect(calls).toEqual([['a', 'b'], ['a']]);
});

test('tells 1 from "1" and takes names that every object has', async ({ evaluate }) => {
  const seen = await evaluate(play, [[1, '1', 'constructor', '__proto__', 1]]);
  expect(seen.calls).toEqual([[1, '1', 'constructor', '__proto__']]);
  expect(seen.outcomes[0]).toEqual([
    'of number 1',
    'of string 1',
    'of string constructor',
    'of string __proto__',
    'of number 1',
  ]);
});

test('hands out null, 0 and undefined as values', async ({ evaluate }) => {
  const outcomes = await evaluate(async ({ createLoader }) => {
    const loader = createLoader(async () => [null, 0, undefined]);
    const settled = await Promise.allSettled(['a', 'b', 'c'].map((key) => loader.load(key)));
    return settled.map((one) => (one.status === 'fulfilled' ? String(one.value) : 'rejected'));
  });
  expect(outcomes).toEqual(['null', '0', 'undefined']);
});

test('loadMany gives values and errors in the order of its keys', async ({ evaluate }) => {
  const seen = await evaluate(async ({ createLoader }) => {
    const calls: unknown[][] = [];
    const loader = createLoader(async (keys) => {
      calls.push([...keys]);
      return keys.map((key) => (key === 'bad' ? new Error('no bad') : `of ${key}`));
    });
    const [many, one, none] = await Promise.all([
      loader.loadMany(['b', 'bad', 'a', 'b']),
      loader.load('c'),
      loader.loadMany([]),
    ]);
    const told = many.map((value) => (value instanceof Error ? `error: ${value.message}` : value));
    return { calls, told, one, none };
  });
  expect(seen).toEqual({
    calls: [['b', 'bad', 'a', 'c']],
    told: ['of b', 'error: no bad', 'of a', 'of b'],
    one: 'of c',
    none: [],
  });
});

test('begins a new batch for what is asked for while one is under way', async ({ evaluate }) => {
  const calls = await evaluate(async ({ createLoader }) => {
    const calls: unknown[][] = [];
    const loader = createLoader(async (keys) => {
      calls.push([...keys]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return keys;
    });
    const first = Promise.all([loader.load('a'), loader.load('b')]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([first, loader.load('c'), loader.load('a')]);
    return calls;
  });
  expect(calls).toEqual([['a', 'b'], ['c']]);
});

test('agrees with the reference on random loads', async ({ evaluate, reference, random }) => {
  const keys = ['a', 'b', 'c', 'd', 'bad1', 'bad2', 1, 2, '1'];
  const steps = Array.from({ length: 5 }, () => Array.from({ length: random.int(1, 8) }, () => random.pick(keys)));
  const options = random.bool() ? { maxBatchSize: random.int(1, 4) } : {};
  expect(await evaluate(play, steps, options), JSON.stringify({ steps, options })).toEqual(
    await reference.evaluate(play, steps, options),
  );
});
