// `events` are [id, key]; publish and mark take their time, and fail for the ids that are listed.
type Input = {
  events: (string | number)[][];
  batch?: number;
  publishMs?: number;
  markMs?: number;
  slow?: Record<number, number>;
  refuses?: unknown[];
  unmarkable?: unknown[];
};
const play = async ({ relayOnce }, input: Input) => {
  const { events, batch = 100, publishMs = 100, markMs = 10, slow = {}, refuses = [], unmarkable = [] } = input;
  const began = Date.now();
  const log: [string, number][] = [];
  const marked = new Set<unknown>();
  let asked = 0;
  const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const outbox = {
    pending: async (limit: number) => {
      asked++;
      await after(5);
      return events
        .filter(([id]) => !marked.has(id))
        .slice(0, limit)
        .map(([id, key]) => ({ id, key, payload: `p${id}` }));
    },
    mark: async (id: number) => {
      await after(markMs);
      if (unmarkable.includes(id)) throw new Error('connection lost');
      log.push([`mark ${id}`, Date.now() - began]);
      marked.add(id);
    },
  };
  const broker = {
    publish: async ({ id, key, payload }) => {
      log.push([`publish ${id} ${key} ${payload}`, Date.now() - began]);
      await after(slow[id] ?? publishMs);
      if (refuses.includes(id)) throw new Error('broker is full');
    },
  };
  const result = await relayOnce(outbox, broker, batch);
  const ms = Date.now() - began;
  await after(5000);
  return { result, ms, log, asked };
};

test('waits until nothing is under way any more, also after an error', async ({ evaluate }) => {
  const { ms, result } = await evaluate(play, {
    events: [
      [1, 'a'],
      [2, 'b'],
    ],
    slow: { 1: 20, 2: 700 },
    refuses: [1],
  });
  expect(ms).toBe(715);
  expect(result).toEqual({ published: [2], failed: [1] });
});

test('resolves to ids that are sorted as numbers', async ({ evaluate }) => {
  const events = [
    [9, 'a'],
    [10, 'b'],
    [80, 'c'],
    [100, 'd'],
    [200, 'e'],
  ];
  const { result } = await evaluate(play, { events, slow: { 9: 300, 10: 200, 80: 300, 100: 250 }, refuses: [80, 100] });
  expect(result).toEqual({ published: [9, 10, 200], failed: [80, 100] });
});

test('has nothing to do when nothing is pending', async ({ evaluate }) => {
  const { result, log } = await evaluate(play, { events: [] });
  expect({ result, log }).toEqual({ result: { published: [], failed: [] }, log: [] });
});

test('knows keys that look like properties', async ({ evaluate }) => {
  const events = [
    [1, 'constructor'],
    [2, '__proto__'],
    [3, 'toString'],
    [4, '__proto__'],
  ];
  const { result } = await evaluate(play, { events });
  expect(result).toEqual({ published: [1, 2, 3, 4], failed: [] });
});

test('rejects when the table cannot be read', async ({ evaluate }) => {
  const message = await evaluate(async ({ relayOnce }) => {
    const outbox = { pending: () => Promise.reject(new Error('no database')), mark: async () => {} };
    return relayOnce(outbox, { publish: async () => {} }, 10).then(
      () => 'resolved',
      (error: Error) => error.message,
    );
  });
  expect(message).toBe('no database');
});

// Rounds that are cut off at random moments: from then on nothing of that process happens any more.
const crashes = async ({ relayOnce }, seed) => {
  let state = seed;
  const random = (below: number) => Math.floor(((state = (state * 48271) % 2147483647) / 2147483647) * below);
  const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const never = new Promise(() => {});
  const rows = Array.from({ length: 120 }, (_, i) => ({ id: i + 1, key: `order-${random(8)}`, payload: i }));
  const marked = new Set<number>();
  const published: number[] = [];
  let repeatsMax = 0;
  for (let round = 0; round < 400 && marked.size < rows.length; round++) {
    let alive = true;
    const step = async (act: () => unknown) => {
      if (!alive) return never;
      await after(1 + random(10));
      return alive ? act() : never;
    };
    const outbox = {
      pending: (limit: number) => step(() => rows.filter(({ id }) => !marked.has(id)).slice(0, limit)),
      mark: (id: number) => step(() => marked.add(id)),
    };
    const broker = {
      publish: ({ id }) =>
        step(() => {
          if (random(12) === 0) throw new Error('refused');
          published.push(id);
        }),
    };
    const end = random(3) > 0 ? after(3 + random(30)).then(() => 'crash') : never;
    if ((await Promise.race([relayOnce(outbox, broker, 20), end])) === 'crash') {
      alive = false;
      const unmarked = rows.filter(({ id }) => published.includes(id) && !marked.has(id));
      for (const { key } of unmarked)
        repeatsMax = Math.max(repeatsMax, unmarked.filter((row) => row.key === key).length);
    }
    alive = false;
  }
  const firsts = [...new Set(published)];
  const keyOf = (id: number) => rows[id - 1]!.key;
  const overtaken = firsts.filter((id, i) =>
    firsts.slice(0, i).some((earlier) => keyOf(earlier) === keyOf(id) && earlier > id),
  );
  return { lost: rows.length - firsts.length, overtaken, repeatsMax };
};

test('loses nothing and keeps order through crashes, each of which repeats one event of a key at most', async ({
  evaluate,
  random,
}) => {
  const { repeatsMax, ...seen } = await evaluate(crashes, random.int(1, 1e9));
  expect(seen).toEqual({ lost: 0, overtaken: [] });
  expect(repeatsMax).toBeLessThanOrEqual(1);
});

test('agrees with the reference on random rounds', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 8; round++) {
    const events = Array.from({ length: random.int(0, 25) }, (_, i) => [i * 3 + 1, random.pick(['a', 'b', 'c', 'd'])]);
    const some = () => events.filter(() => random.int(0, 7) === 0).map(([id]) => id);
    const slow = Object.fromEntries(events.map(([id]): [unknown, number] => [id, random.int(1, 40)]));
    const input = { events, slow, refuses: some(), unmarkable: some(), batch: random.int(1, 30) };
    const [mine, theirs] = [await evaluate(play, input), await reference.evaluate(play, input)];
    expect({ result: mine.result, ms: mine.ms }).toEqual({ result: theirs.result, ms: theirs.ms });
  }
});
