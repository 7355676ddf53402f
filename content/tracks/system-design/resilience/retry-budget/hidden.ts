// Each run is a list of what its calls do, the last entry for all further ones: 'ok', 'bad', or 'final', which must not
// be repeated. Returns how each run ended, after how many calls. With `together`, all runs begin and fail in one moment.
const play = {
  ts: async ({ createRetrier }, { attempts, every, reserve, runs, together = false }) => {
    const retrier = createRetrier(attempts, every, reserve);
    const gate = new Promise((resolve) => setTimeout(resolve, 10));
    const one = async (script: string[]) => {
      let calls = 0;
      const operation = async () => {
        const what = script[Math.min(calls++, script.length - 1)];
        await (together ? gate : new Promise((resolve) => setTimeout(resolve, 10)));
        if (what !== 'ok')
          throw Object.assign(new Error(`${what} ${calls}`), what === 'final' ? { retryable: false } : {});
        return `ok ${calls}`;
      };
      try {
        return [await retrier.run(operation), calls];
      } catch (error) {
        return [(error as Error).message, calls];
      }
    };
    if (together) return Promise.all(runs.map(one));
    const ends: unknown[] = [];
    for (const script of runs) ends.push(await one(script));
    return ends;
  },
  py: `
    async def drive(solution, given):
        import asyncio
        retrier = solution.create_retrier(given["attempts"], given["every"], given["reserve"])

        gate = asyncio.ensure_future(asyncio.sleep(0.01))

        async def one(script):
            calls = 0

            async def operation():
                nonlocal calls
                what = script[min(calls, len(script) - 1)]
                calls += 1
                await (asyncio.shield(gate) if given.get("together") else asyncio.sleep(0.01))
                if what != "ok":
                    error = RuntimeError(f"{what} {calls}")
                    if what == "final":
                        error.retryable = False
                    raise error
                return f"ok {calls}"

            try:
                return [await retrier.run(operation), calls]
            except RuntimeError as error:
                return [str(error), calls]

        if given.get("together"):
            return list(await asyncio.gather(*map(one, given["runs"])))
        return [await one(script) for script in given["runs"]]
  `,
};

const times = (count: number, script: string[]) => Array.from({ length: count }, () => script);
const callsOf = (ends) => ends.reduce((sum: number, [, calls]) => sum + calls, 0);

test('adds a tenth to the load when everything fails', async ({ evaluate }) => {
  const ends = await evaluate(play, { attempts: 3, every: 10, reserve: 20, runs: times(1000, ['bad']) });
  expect(callsOf(ends), 'calls for 1,000 runs').toBeLessThanOrEqual(1000 + 100 + 20);
  // The first run finds the budget full and adds nothing; no whole retry is left lying.
  expect(callsOf(ends)).toBeGreaterThanOrEqual(1000 + 99 + 20);
});

test('repeats everything when one run in twenty fails', async ({ evaluate, random }) => {
  const first = random.int(0, 19);
  const runs = Array.from({ length: 600 }, (_, i) => (i % 20 === first ? ['bad', 'ok'] : ['ok']));
  const ends = await evaluate(play, { attempts: 2, every: 10, reserve: 1, runs });
  expect(ends.filter(([how]) => !how.startsWith('ok'))).toEqual([]);
});

test('does not spend a retry twice when runs fail at the same moment', async ({ evaluate }) => {
  const ends = await evaluate(play, { attempts: 3, every: 1000, reserve: 4, runs: times(30, ['bad']), together: true });
  expect(callsOf(ends)).toBe(34);
});

test('counts each retrier for itself', async ({ evaluate }) => {
  const seen = await evaluate({
    ts: async ({ createRetrier }) => {
      const [a, b] = [createRetrier(5, 10, 1), createRetrier(5, 10, 1)];
      let calls = 0;
      const bad = async () => {
        calls++;
        throw new Error('bad');
      };
      for (const retrier of [a, a, b]) await retrier.run(bad).catch(() => undefined);
      return calls;
    },
    py: `
      async def drive(solution):
          a, b = solution.create_retrier(5, 10, 1), solution.create_retrier(5, 10, 1)
          calls = 0

          async def bad():
              nonlocal calls
              calls += 1
              raise RuntimeError("bad")

          for retrier in (a, a, b):
              try:
                  await retrier.run(bad)
              except RuntimeError:
                  pass
          return calls
    `,
  });
  expect(seen).toBe(5);
});

test('agrees with the reference on random runs', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 5; round++) {
    const runs = Array.from({ length: 120 }, () =>
      random.pick([['ok'], ['ok'], ['bad', 'ok'], ['bad', 'bad', 'ok'], ['bad'], ['bad', 'final'], ['final']]),
    );
    const input = { attempts: random.int(1, 4), every: random.int(1, 6), reserve: random.int(1, 5), runs };
    expect(await evaluate(play, input)).toEqual(await reference.evaluate(play, input));
  }
});
