// Steps: ['next', count] asks for that many at once, ['clock', ms] moves the clock by as much, ['wait', ms] lets time
// pass. Returns the ids (or names of errors) with the time, from the beginning, at which each came.
type Input = { worker?: number; epochMs?: number; startMs?: number; steps: [string, number][]; summary?: boolean };
const play = async (
  { createIds },
  { worker = 5, epochMs = 1_700_000_000_000, startMs = 1000, steps, summary = false }: Input,
) => {
  const began = Date.now();
  let offset = epochMs + startMs - began;
  let sleeps = 0;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const sleep = (ms: number) => {
    sleeps++;
    return pause(ms);
  };
  const ids = createIds({ worker, epochMs, now: () => Date.now() + offset, sleep });
  const got: [string, number][] = [];
  const under: Promise<unknown>[] = [];
  for (const [action, value] of steps) {
    if (action === 'clock') offset += value;
    else if (action === 'wait') await pause(value);
    else {
      for (let i = 0; i < value; i++) {
        const place = got.push(['', 0]) - 1;
        const note = (what: string) => void (got[place] = [what, Date.now() - began]);
        under.push(ids.next().then(note, (error: Error) => note(error.name)));
      }
      // Lets everything happen that needs no time.
      for (let i = 0; i < 100; i++) await null;
    }
  }
  await Promise.all(under);
  if (!summary) return { got, sleeps };
  const numbers = got.map(([id]) => BigInt(id));
  const perMs: Record<string, number> = {};
  for (const number of numbers) perMs[String(number >> 22n)] = (perMs[String(number >> 22n)] ?? 0) + 1;
  return {
    count: new Set(numbers).size,
    rising: numbers.every((number, i) => i === 0 || number > numbers[i - 1]!),
    perMs: Object.values(perMs),
    ms: Date.now() - began,
  };
};

const id = (ms: number, sequence: number, worker = 5) =>
  String(BigInt(ms) * 4194304n + BigInt(worker * 4096 + sequence));

test('is made of time, worker and sequence', async ({ evaluate }) => {
  const { got, sleeps } = await evaluate(play, {
    steps: [
      ['next', 2],
      ['wait', 7],
      ['next', 1],
    ],
  });
  expect(got).toEqual([
    [id(1000, 0), 0],
    [id(1000, 1), 0],
    [id(1007, 0), 7],
  ]);
  expect(sleeps).toBe(0);
});

test('can be taken apart again', async ({ call }) => {
  const epochMs = 1_700_000_000_000;
  expect(await call('parse', id(123_456_789_012, 4095, 1023), epochMs)).toEqual({
    atMs: epochMs + 123_456_789_012,
    worker: 1023,
    sequence: 4095,
  });
  expect(await call('parse', '0', 0)).toEqual({ atMs: 0, worker: 0, sequence: 0 });
  expect(await call('parse', '9223372036854775807', 0)).toEqual({ atMs: 2 ** 41 - 1, worker: 1023, sequence: 4095 });
});

test('makes no more than 4,096 in a millisecond, and all in the order of the calls', async ({ evaluate }) => {
  const seen = await evaluate(play, { steps: [['next', 10_000]], summary: true });
  expect(seen).toEqual({ count: 10_000, rising: true, perMs: [4096, 4096, 1808], ms: 2 });
});

test('waits while the clock is behind, and goes on in the millisecond of the last id', async ({ evaluate }) => {
  const { got } = await evaluate(play, {
    steps: [
      ['next', 1],
      ['wait', 10],
      ['clock', -2010],
      ['next', 2],
    ],
  });
  expect(got).toEqual([
    [id(1000, 0), 0],
    [id(1000, 1), 2010],
    [id(1000, 2), 2010],
  ]);
});

test('refuses when the clock is more than five seconds behind, and tries again later', async ({ evaluate }) => {
  const steps: [string, number][] = [
    ['next', 1],
    ['clock', -5001],
    ['next', 1],
    ['wait', 1],
    ['next', 1],
    ['wait', 6000],
    ['next', 1],
  ];
  const { got } = await evaluate(play, { startMs: 10_000, steps });
  expect(got).toEqual([
    [id(10_000, 0), 0],
    ['ClockError', 0],
    [id(10_000, 1), 5001],
    [id(11_000, 0), 6001],
  ]);
});

test('refuses workers and times that do not fit', async ({ evaluate, throws }) => {
  for (const worker of [-1, 1024]) {
    expect((await throws('createIds', { worker, epochMs: 0 })).name).toBe('RangeError');
  }
  const early = await evaluate(play, { startMs: -1, steps: [['next', 1]] });
  expect(early.got).toEqual([['RangeError', 0]]);
  const late = await evaluate(play, {
    startMs: 2 ** 41 - 1,
    steps: [
      ['next', 1],
      ['wait', 1],
      ['next', 1],
    ],
  });
  expect(late.got).toEqual([
    [id(2 ** 41 - 1, 0), 0],
    ['RangeError', 1],
  ]);
});
