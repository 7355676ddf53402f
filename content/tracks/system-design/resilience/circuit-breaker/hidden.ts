// Calls are [startMs, outcome, durationMs]: outcome is 'ok', 'bad', 'not found' or 'throws'. Each is run at its time. Returns how each
// settled and when, the names of the states at `looks`, and how many operations were called.
type Call = [number, string, number?];
type Input = { options: object; calls: Call[]; looks?: number[]; lenient?: boolean };
const play = async ({ createBreaker }, { options, calls, looks = [], lenient = false }: Input) => {
  const began = Date.now();
  const sleepUntil = async (ms: number) => {
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, began + ms - Date.now()));
  };
  const extra = lenient ? { isFailure: (error: Error) => error.message !== 'not found' } : {};
  const breaker = createBreaker({ ...options, ...extra });
  let reached = 0;
  const settled: string[] = new Array(calls.length);
  const states: string[] = [];
  const one = async ([startMs, outcome, durationMs = 0]: Call, i: number) => {
    await sleepUntil(startMs);
    const operation = () => {
      reached++;
      if (outcome === 'throws') throw new Error('throws');
      return new Promise((resolve, reject) => {
        const settle = () => (outcome === 'ok' ? resolve('ok') : reject(new Error(outcome)));
        if (durationMs === 0) settle();
        else setTimeout(settle, durationMs);
      });
    };
    let how;
    try {
      how = await breaker.run(operation);
    } catch (error) {
      how = (error as Error).name === 'CircuitOpenError' ? 'refused' : (error as Error).message;
    }
    settled[i] = `${how} at ${Date.now() - began}`;
  };
  const look = async (ms: number, i: number) => {
    await sleepUntil(ms);
    states[i] = breaker.state();
  };
  await Promise.all([...calls.map(one), ...looks.map(look)]);
  return { settled, states, reached };
};

const options = { windowMs: 1000, minCalls: 4, failureRate: 0.5, openMs: 5000, probes: 2 };
const at = (times: number[], outcome: string, durationMs = 0) => times.map((ms): Call => [ms, outcome, durationMs]);

test('ignores what began before it opened', async ({ evaluate }) => {
  // Two slow calls from before succeed and one fails while it is half-open, and one fails after it has closed.
  const calls = [
    ...at([0, 1], 'ok', 5100),
    ...at([2], 'bad', 5100),
    ...at([4, 5, 6, 7], 'bad'),
    ...at([5200, 5201], 'ok'),
    ...at([5210, 5211, 5212], 'bad'),
    ...at([3], 'bad', 5210),
  ];
  const { states } = await evaluate(play, { options, calls, looks: [5150, 5205, 5220, 5300] });
  expect(states).toEqual(['half-open', 'closed', 'closed', 'closed']);
});

test('ignores probes of an earlier period', async ({ evaluate }) => {
  // One probe fails at once, the other succeeds much later, in the next half-open period, where two more are needed.
  const calls = [
    ...at([0, 1, 2, 3], 'bad'),
    ...at([5003], 'ok', 5100),
    ...at([5004], 'bad'),
    ...at([10_010], 'ok', 10),
  ];
  const { states } = await evaluate(play, { options, calls, looks: [5005, 10_050, 10_200] });
  expect(states).toEqual(['open', 'half-open', 'half-open']);
});

test('lets the probes through also when the first one is done before the second comes', async ({ evaluate }) => {
  const calls = [...at([0, 1, 2, 3], 'bad'), ...at([5003, 6000], 'ok')];
  const { settled, states } = await evaluate(play, { options, calls, looks: [5500, 6001] });
  expect(settled.slice(-2)).toEqual(['ok at 5003', 'ok at 6000']);
  expect(states).toEqual(['half-open', 'closed']);
});

test('has nothing noted after it closed, also where the window is longer than the pause', async ({ evaluate }) => {
  const calls = [...at([0, 1, 2, 3], 'bad'), ...at([5003, 5004], 'ok'), ...at([5010, 5011, 5012, 5013], 'bad')];
  const input = { options: { ...options, windowMs: 60_000 }, calls, looks: [5012, 5013] };
  expect((await evaluate(play, input)).states).toEqual(['closed', 'open']);
});

test('counts a probe whose error is no failure as a success', async ({ evaluate }) => {
  const calls = [...at([0, 1, 2, 3], 'bad'), ...at([5003, 5004], 'not found')];
  expect((await evaluate(play, { options, calls, looks: [5005], lenient: true })).states).toEqual(['closed']);
});

test('lets few calls reach a service that is down, and notices when it is back', async ({ evaluate }) => {
  const minute = Array.from({ length: 3000 }, (_, i) => i * 20);
  const calls = [
    ...at(minute, 'bad'),
    ...at(
      Array.from({ length: 600 }, (_, i) => 60_000 + i * 20),
      'ok',
    ),
  ];
  const input = { options: { ...options, minCalls: 10, probes: 2 }, calls, looks: [30_000, 71_999] };
  const { settled, states } = await evaluate(play, input);
  const reached = settled.slice(0, 3000).filter((how) => how.startsWith('bad')).length;
  expect(reached, 'of 3,000 calls in the outage').toBeLessThanOrEqual(34);
  expect(states).toEqual(['open', 'closed']);
  const back = settled.slice(3000).findIndex((how) => how.startsWith('ok'));
  expect(back * 20, 'ms after the outage until a call got through').toBeLessThanOrEqual(5000);
});

test('agrees with the reference on random traffic', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 6; round++) {
    let ms = 0;
    // Calls begin half a second past, and end a number of milliseconds of their own later, so that nothing coincides.
    const calls = Array.from({ length: 150 }, (_, i): Call => {
      ms += 2 * random.int(1, 60);
      const isDown = Math.floor(ms / 2000) % 2 === 1;
      const outcome = random.int(0, 9) < (isDown ? 8 : 1) ? 'bad' : random.pick(['ok', 'ok', 'ok', 'not found']);
      return [ms * 1000 + 500, outcome, random.int(1, 300) * 1000 + i];
    });
    const input = {
      options: {
        windowMs: random.pick([400_000, 3_000_000]),
        minCalls: random.int(1, 6),
        failureRate: random.pick([0.25, 0.5, 1]),
        openMs: 700_000,
        probes: random.int(1, 3),
      },
      calls,
      lenient: random.bool(),
    };
    const [mine, theirs] = [await evaluate(play, input), await reference.evaluate(play, input)];
    expect(mine.settled).toEqual(theirs.settled);
  }
});
