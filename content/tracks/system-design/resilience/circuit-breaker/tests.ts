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

test('lets everything through while it is closed', async ({ evaluate }) => {
  const calls: Call[] = [
    [0, 'ok', 30],
    [10, 'bad', 5],
    [20, 'throws'],
  ];
  expect(await evaluate(play, { options, calls, looks: [25, 100] })).toEqual({
    settled: ['ok at 30', 'bad at 15', 'throws at 20'],
    states: ['closed', 'closed'],
    reached: 3,
  });
});

test('opens when there are enough calls and enough of them failed', async ({ evaluate }) => {
  const calls = [...at([0, 10], 'ok'), ...at([20, 30, 40], 'bad')];
  const { settled, states, reached } = await evaluate(play, { options, calls, looks: [25, 35] });
  // Two of four failed at 30; the call at 40 is refused.
  expect(settled.slice(2)).toEqual(['bad at 20', 'bad at 30', 'refused at 40']);
  expect(states).toEqual(['closed', 'open']);
  expect(reached).toBe(4);
});

test('stays closed below the least number of calls, and below the rate', async ({ evaluate }) => {
  const few = await evaluate(play, { options, calls: at([0, 10, 20], 'bad'), looks: [30] });
  expect(few.states).toEqual(['closed']);
  const calls = [...at([0, 10, 20, 25, 30], 'ok'), ...at([40, 50, 60, 70], 'bad')];
  expect((await evaluate(play, { options, calls, looks: [80] })).states).toEqual(['closed']);
});

test('forgets an outcome when the window has passed', async ({ evaluate }) => {
  const calls = [...at([0, 10, 20], 'bad'), ...at([1000], 'bad')];
  // At 1000 the first is forgotten, so three are left.
  expect((await evaluate(play, { options, calls, looks: [1001] })).states).toEqual(['closed']);
  const sooner = [...at([0, 10, 20], 'bad'), ...at([999], 'bad')];
  expect((await evaluate(play, { options, calls: sooner, looks: [1001] })).states).toEqual(['open']);
});

test('refuses until the pause is over, and then lets as many through as there are probes', async ({ evaluate }) => {
  const calls = [...at([0, 1, 2, 3], 'bad'), ...at([100, 5002], 'ok'), ...at([5003, 5004, 5005], 'ok', 50)];
  const { settled, states } = await evaluate(play, { options, calls, looks: [5002, 5010] });
  expect(settled.slice(4)).toEqual([
    'refused at 100',
    'refused at 5002',
    'ok at 5053',
    'ok at 5054',
    'refused at 5005',
  ]);
  expect(states).toEqual(['open', 'half-open']);
});

test('closes when all probes succeeded, with nothing noted', async ({ evaluate }) => {
  const calls = [
    ...at([0, 1, 2, 3], 'bad'),
    ...at([5003, 5004], 'ok', 10),
    ...at([5020, 5021, 5022], 'bad'),
    ...at([5023], 'bad'),
  ];
  const { states } = await evaluate(play, { options, calls, looks: [5013, 5015, 5022, 5024] });
  expect(states).toEqual(['half-open', 'closed', 'closed', 'open']);
});

test('opens again when a probe fails, for the whole pause', async ({ evaluate }) => {
  const calls = [
    ...at([0, 1, 2, 3], 'bad'),
    ...at([5003], 'ok', 10),
    ...at([5004], 'bad', 100),
    ...at([10_103, 10_104], 'ok'),
  ];
  const { settled, states } = await evaluate(play, { options, calls, looks: [5103, 5105, 10_103, 10_104] });
  expect(settled.slice(-2)).toEqual(['refused at 10103', 'ok at 10104']);
  expect(states).toEqual(['half-open', 'open', 'open', 'half-open']);
});

test('counts an error that is no failure as a success', async ({ evaluate }) => {
  const calls = at([0, 1, 2, 3, 4], 'not found');
  const { settled, states } = await evaluate(play, { options, calls, looks: [5], lenient: true });
  expect(settled).toEqual(calls.map(([ms]) => `not found at ${ms}`));
  expect(states).toEqual(['closed']);
});
