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

test('goes on with the sequence when it waited for the clock, up to its end', async ({ evaluate }) => {
  const steps: [string, number][] = [
    ['next', 4000],
    ['wait', 3],
    ['clock', -103],
    ['next', 200],
  ];
  const seen = await evaluate(play, { steps, summary: true });
  expect(seen).toEqual({ count: 4200, rising: true, perMs: [4096, 104], ms: 104 });
});

test('keeps the order of the calls while some wait', async ({ evaluate }) => {
  const steps: [string, number][] = [
    ['next', 1],
    ['clock', -50],
    ['next', 3],
    ['wait', 20],
    ['next', 3],
    ['clock', -100],
    ['wait', 200],
    ['next', 1],
  ];
  const seen = await evaluate(play, { steps, summary: true });
  expect({ count: seen.count, rising: seen.rising }).toEqual({ count: 8, rising: true });
});

test('makes different ids with different workers at the same time', async ({ evaluate }) => {
  const steps: [string, number][] = [['next', 50]];
  const lists = await Promise.all([0, 1, 1023].map((worker) => evaluate(play, { worker, steps })));
  const all = lists.flatMap(({ got }) => (got ?? []).map(([id]) => id));
  expect(new Set(all).size).toBe(150);
});

test('does not forget where it was when a call was refused', async ({ evaluate }) => {
  const steps: [string, number][] = [
    ['next', 2],
    ['clock', -9000],
    ['next', 2],
    ['clock', 9000],
    ['next', 1],
  ];
  const { got } = await evaluate(play, { startMs: 20_000, steps });
  expect(got!.map(([what]) => what)).toEqual([id(20_000, 0), id(20_000, 1), 'ClockError', 'ClockError', id(20_000, 2)]);
});

test('agrees with the reference on random clocks', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 8; round++) {
    const steps = Array.from({ length: 30 }, (): [string, number] => {
      const kind = random.int(0, 4);
      if (kind === 0) return ['clock', random.int(-3000, 1000)];
      // A whole call waits before the clock is moved again, so that it does not matter how often one looks at it.
      return kind === 1 ? ['wait', random.int(1, 20)] : ['next', random.int(1, 4)];
    }).flatMap((step) => (step[0] === 'next' ? [step, ['wait', 12_000] as [string, number]] : [step]));
    const input = { worker: random.int(0, 1023), startMs: 200_000, steps };
    const [mine, theirs] = [await evaluate(play, input), await reference.evaluate(play, input)];
    expect(mine.got).toEqual(theirs.got);
  }
});
