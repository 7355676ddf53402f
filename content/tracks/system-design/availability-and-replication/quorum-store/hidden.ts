/**
 * Replicas from a description: what each holds, how long it takes, whether it fails ('reject', 'silent').
 * Runs steps one after the other, and returns what each gave and when, and everything the replicas were sent.
 */
const play = async ({ createStore }, { replicas, options, steps, waitMs = 5000 }) => {
  const began = Date.now();
  const sent: { i: number; atMs: number; put?: number; get?: true }[] = [];
  const made = replicas.map(({ entry = null, ms = 10, fails }, i) => {
    let held: { version: number } | null = entry;
    const answer = (act: () => unknown) =>
      new Promise((resolve, reject) => {
        if (fails === 'silent') return;
        setTimeout(() => (fails === 'reject' ? reject(new Error('disk full')) : resolve(act())), ms);
      });
    return {
      put: (key: string, next) => {
        sent.push({ i, put: next.version, atMs: Date.now() - began });
        return answer(() => {
          if (held === null || next.version > held.version) held = next;
        });
      },
      get: () => {
        sent.push({ i, get: true, atMs: Date.now() - began });
        return answer(() => held);
      },
      held: (): { version: number } | null => held,
    };
  });
  const store = createStore(made, options);
  const results: unknown[] = [];
  for (const [action, ...rest] of steps) {
    const startedAt = Date.now();
    const note = (result) => results.push({ ...result, ms: Date.now() - startedAt });
    try {
      if (action === 'wait') await new Promise((resolve) => setTimeout(resolve, rest[0]));
      else if (action === 'write') note({ ok: (await store.write('cart-1', ...rest), true) });
      else {
        const entry = await store.read('cart-1');
        note({ entry: entry && { version: entry.version, value: entry.value } });
      }
    } catch (error) {
      note({ error: (error as Error).name });
    }
  }
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  return { results, sent, held: made.map((replica): number | null => replica.held()?.version ?? null) };
};

const version = (n: number) => ({ version: n, value: `v${n}` });

// A thousand writes, each followed by a read, on replicas that fail at random and take random times.
const simulate = async ({ createStore }, { n, w, r, up, rounds, seed }) => {
  let state = seed;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const replicas = Array.from({ length: n }, () => {
    let held: { version: number } | null = null;
    const answer = (act: () => unknown) =>
      new Promise((resolve, reject) => {
        const fate = random();
        const ms = 1 + Math.floor(random() * 50);
        if (fate > up) {
          if (random() < 0.5) setTimeout(() => reject(new Error('unreachable')), ms);
          return;
        }
        setTimeout(() => resolve(act()), ms);
      });
    return {
      put: (_: string, entry) => answer(() => void (held = held && held.version > entry.version ? held : entry)),
      get: () => answer(() => held),
    };
  });
  const store = createStore(replicas, { w, r, timeoutMs: 100 });
  const outcome = { confirmed: 0, read: 0, stale: 0 };
  let confirmed = 0;
  for (let i = 1; i <= rounds; i++) {
    try {
      await store.write('cart', `v${i}`, i);
      confirmed = i;
      outcome.confirmed++;
    } catch {}
    try {
      const entry = await store.read('cart');
      outcome.read++;
      if ((entry?.version ?? 0) < confirmed) outcome.stale++;
    } catch {}
  }
  return outcome;
};

test('never reads something older than what was confirmed, while replicas fail at random', async ({
  evaluate,
  random,
}) => {
  for (const [n, w, r] of [
    [5, 3, 3],
    [5, 4, 2],
    [3, 2, 2],
  ] as const) {
    const { stale } = await evaluate(simulate, { n, w, r, up: 0.85, rounds: 400, seed: random.int(1, 1e9) });
    expect(stale, `stale reads with n = ${n}, w = ${w}, r = ${r}`).toBe(0);
  }
});

test('confirms as many writes as three of five replicas allow', async ({ evaluate, random }) => {
  const { confirmed } = await evaluate(simulate, { n: 5, w: 3, r: 3, up: 0.8, rounds: 1000, seed: random.int(1, 1e9) });
  // At least three of five that answer with probability 0.8: 0.94208. Six deviations of 1,000 are 44.3.
  expect(Math.abs(confirmed - 942.08)).toBeLessThanOrEqual(44.4);
});

test('repairs a replica that answers late too, and not one that does not answer in time', async ({ evaluate }) => {
  const { results, held } = await evaluate(play, {
    replicas: [
      { entry: version(2) },
      { entry: version(1), ms: 20 },
      { entry: version(1), ms: 400 },
      { entry: version(1), ms: 900 },
    ],
    options: { w: 3, r: 2, timeoutMs: 500 },
    steps: [['read']],
  });
  expect(results).toEqual([{ entry: version(2), ms: 20 }]);
  expect(held).toEqual([2, 2, 2, 1]);
});

test('does not repair what the read did not return', async ({ evaluate }) => {
  // The newest answer comes late: the read has resolved to version 2, and the last replica is ahead of it.
  const { results, sent, held } = await evaluate(play, {
    replicas: [{ entry: version(2) }, { entry: version(2) }, { entry: version(3), ms: 200 }],
    options: { w: 2, r: 2, timeoutMs: 500 },
    steps: [['read']],
  });
  expect(results).toEqual([{ entry: version(2), ms: 10 }]);
  expect(sent.filter(({ put }) => put !== undefined)).toEqual([]);
  expect(held).toEqual([2, 2, 3]);
});

test('does not wait for a repair, and survives its failure', async ({ evaluate }) => {
  const outcome = await evaluate(async ({ createStore }) => {
    const late = (value: unknown, ms: number) => new Promise((resolve) => setTimeout(() => resolve(value), ms));
    const newest = { version: 2, value: 'new' };
    const replicas = [
      { get: () => late(newest, 10), put: async () => {} },
      { get: () => late(null, 10), put: () => late(null, 800) },
      { get: () => late(null, 10), put: () => Promise.reject(new Error('read-only')) },
    ];
    const store = createStore(replicas, { w: 1, r: 3, timeoutMs: 300 });
    const began = Date.now();
    const entry = await store.read('cart');
    const ms = Date.now() - began;
    await late(null, 2000);
    return { version: entry.version, ms };
  });
  expect(outcome).toEqual({ version: 2, ms: 10 });
});

test('reads a value that is empty', async ({ evaluate }) => {
  const entry = { version: 0, value: null };
  const { results } = await evaluate(play, {
    replicas: [{ entry }, { entry: null }, { entry }],
    options: { w: 1, r: 3, timeoutMs: 500 },
    steps: [['read']],
  });
  expect(results).toEqual([{ entry, ms: 10 }]);
});

test('agrees with the reference on random replicas', async ({ evaluate, reference, random }) => {
  for (let i = 0; i < 12; i++) {
    const n = random.int(2, 6);
    const w = random.int(1, n);
    const replicas = Array.from({ length: n }, (_, place) => ({
      entry: random.int(0, 3) === 0 ? null : version(random.int(0, 4)),
      // All different, so that the order of the answers is certain.
      ms: 10 + random.int(0, 20) * 10 + place + 1,
      fails: random.pick([undefined, undefined, undefined, 'reject', 'silent']),
    }));
    const input = {
      replicas,
      options: { w, r: random.int(n - w + 1, n), timeoutMs: 150 },
      steps: [['read'], ['wait', 500], ['write', 'v9', 9], ['wait', 500], ['read']],
    };
    const [mine, theirs] = [await evaluate(play, input), await reference.evaluate(play, input)];
    expect({ results: mine.results, held: mine.held }).toEqual({ results: theirs.results, held: theirs.held });
  }
});
