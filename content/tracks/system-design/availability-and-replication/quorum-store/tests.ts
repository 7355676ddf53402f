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

const three = { w: 2, r: 2, timeoutMs: 1000 };
const version = (n: number) => ({ version: n, value: `v${n}` });

test('reads what was written', async ({ evaluate }) => {
  const { results, held } = await evaluate(play, {
    replicas: [{}, {}, {}],
    options: three,
    steps: [['read'], ['write', 'v1', 1], ['read']],
  });
  expect(results).toEqual([
    { entry: null, ms: 10 },
    { ok: true, ms: 10 },
    { entry: version(1), ms: 10 },
  ]);
  expect(held).toEqual([1, 1, 1]);
});

test('waits for the quorum and not for the slowest', async ({ evaluate }) => {
  const { results } = await evaluate(play, {
    replicas: [{ ms: 300 }, { ms: 20 }, { fails: 'silent' }, { ms: 50 }, { ms: 40 }],
    options: { w: 3, r: 4, timeoutMs: 1000 },
    steps: [['write', 'v1', 1], ['read']],
  });
  expect(results).toEqual([
    { ok: true, ms: 50 },
    { entry: version(1), ms: 300 },
  ]);
});

test('returns the newest of the answers', async ({ evaluate }) => {
  const { results } = await evaluate(play, {
    replicas: [
      { entry: version(1), ms: 5 },
      { entry: version(3), ms: 10 },
      { entry: version(2), ms: 1 },
    ],
    options: { w: 1, r: 3, timeoutMs: 1000 },
    steps: [['read']],
  });
  expect(results[0]).toEqual({ entry: version(3), ms: 10 });
});

test('rejects as soon as the quorum is out of reach', async ({ evaluate }) => {
  const { results } = await evaluate(play, {
    replicas: [{ fails: 'reject', ms: 30 }, { ms: 500 }, { fails: 'reject', ms: 70 }],
    options: three,
    steps: [['write', 'v1', 1], ['read']],
  });
  expect(results).toEqual([
    { error: 'QuorumError', ms: 70 },
    { error: 'QuorumError', ms: 70 },
  ]);
});

test('counts a replica that does not answer in time as failed', async ({ evaluate }) => {
  const { results } = await evaluate(play, {
    replicas: [{ fails: 'silent' }, { ms: 1500 }, { ms: 10 }],
    options: three,
    steps: [['write', 'v1', 1], ['read']],
  });
  expect(results).toEqual([
    { error: 'QuorumError', ms: 1000 },
    { error: 'QuorumError', ms: 1000 },
  ]);
});

test('asks all replicas at the same moment', async ({ evaluate }) => {
  const { sent } = await evaluate(play, { replicas: [{}, {}, {}], options: three, steps: [['write', 'v1', 1]] });
  expect(sent).toEqual([0, 1, 2].map((i) => ({ i, put: 1, atMs: 0 })));
});

test('repairs the replicas whose answers were older, and no others', async ({ evaluate }) => {
  const { sent, held } = await evaluate(play, {
    replicas: [{ entry: version(1) }, { entry: version(2) }, { entry: null }, { entry: version(2) }],
    options: { w: 2, r: 4, timeoutMs: 1000 },
    steps: [['read']],
  });
  expect(held).toEqual([2, 2, 2, 2]);
  const puts = sent.filter(({ put }) => put !== undefined);
  expect(puts.map(({ i, put }) => ({ i, put })).sort((a, b) => a.i - b.i)).toEqual([
    { i: 0, put: 2 },
    { i: 2, put: 2 },
  ]);
});

test('refuses quorums that need not overlap', async ({ evaluate }) => {
  const names = await evaluate(({ createStore }) => {
    const replicas = [1, 2, 3].map(() => ({ get: async () => null, put: async () => {} }));
    return [
      [1, 2],
      [2, 1],
      [0, 4],
      [4, 1],
      [1, 4],
      [2, 2],
      [3, 1],
    ].map(([w, r]) => {
      try {
        createStore(replicas, { w, r, timeoutMs: 10 });
        return 'fine';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(names).toEqual([...Array(5).fill('RangeError'), 'fine', 'fine']);
});
