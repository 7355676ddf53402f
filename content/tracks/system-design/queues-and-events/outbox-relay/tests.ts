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

test('answers as in the example', async ({ evaluate }) => {
  const events = [
    [1, 'a'],
    [2, 'b'],
    [3, 'a'],
  ];
  const { result } = await evaluate(play, { events, refuses: [1] });
  expect(result).toEqual({ published: [2], failed: [1] });
});

test('publishes the events of a key one after the other, each after the one before is marked', async ({ evaluate }) => {
  const events = [
    [1, 'a'],
    [2, 'a'],
    [3, 'a'],
  ];
  const { result, log } = await evaluate(play, { events });
  expect(log).toEqual([
    ['publish 1 a p1', 5],
    ['mark 1', 115],
    ['publish 2 a p2', 115],
    ['mark 2', 225],
    ['publish 3 a p3', 225],
    ['mark 3', 335],
  ]);
  expect(result).toEqual({ published: [1, 2, 3], failed: [] });
});

test('lets different keys go side by side', async ({ evaluate }) => {
  const events = [
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
    [4, 'b'],
  ];
  const { result, ms } = await evaluate(play, { events, slow: { 1: 1000 } });
  expect(ms).toBe(1015);
  expect(result).toEqual({ published: [1, 2, 3, 4], failed: [] });
  const { ms: quick } = await evaluate(play, { events });
  expect(quick).toBe(225);
});

test('leaves the later events of a key alone when one is refused', async ({ evaluate }) => {
  const events = [
    [1, 'a'],
    [2, 'a'],
    [3, 'b'],
    [4, 'a'],
    [5, 'b'],
  ];
  const { result, log } = await evaluate(play, { events, refuses: [2] });
  expect(result).toEqual({ published: [1, 3, 5], failed: [2] });
  expect(log.map(([what]) => what)).not.toContain('publish 4 a p4');
});

test('leaves the later events of a key alone when one cannot be marked', async ({ evaluate }) => {
  const events = [
    [1, 'a'],
    [2, 'a'],
    [3, 'b'],
  ];
  const { result, log } = await evaluate(play, { events, unmarkable: [1] });
  expect(result).toEqual({ published: [3], failed: [1] });
  expect(log.map(([what]) => what)).not.toContain('publish 2 a p2');
});

test('asks once, for as many as it is told', async ({ evaluate }) => {
  const { asked, result } = await evaluate(play, {
    events: [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ],
    batch: 2,
  });
  expect(asked).toBe(1);
  expect(result).toEqual({ published: [1, 2], failed: [] });
});
