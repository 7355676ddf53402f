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

test('settles like the last call', async ({ evaluate }) => {
  const runs = [['ok'], ['bad', 'ok'], ['bad', 'bad', 'ok'], ['bad']];
  expect(await evaluate(play, { attempts: 3, every: 1, reserve: 100, runs })).toEqual([
    ['ok 1', 1],
    ['ok 2', 2],
    ['ok 3', 3],
    ['bad 3', 3],
  ]);
});

test('repeats as long as the reserve lasts, and then not any more', async ({ evaluate }) => {
  const ends = await evaluate(play, { attempts: 3, every: 100, reserve: 3, runs: times(4, ['bad']) });
  expect(ends).toEqual([
    ['bad 3', 3],
    ['bad 2', 2],
    ['bad 1', 1],
    ['bad 1', 1],
  ]);
});

test('earns a retry with every so many runs', async ({ evaluate }) => {
  // The first run, which finds the budget full, uses up the reserve of one. The tenth run after it has earned another.
  const runs = [['bad', 'ok'], ...times(9, ['bad', 'ok']), ['bad', 'ok'], ['bad', 'ok']];
  const ends = await evaluate(play, { attempts: 3, every: 10, reserve: 1, runs });
  expect(ends.map(([, calls]) => calls)).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1]);
});

test('holds no more than the reserve', async ({ evaluate }) => {
  const runs = [...times(500, ['ok']), ...times(6, ['bad', 'ok'])];
  const ends = await evaluate(play, { attempts: 2, every: 10, reserve: 2, runs });
  expect(ends.slice(500).map(([, calls]) => calls)).toEqual([2, 2, 1, 1, 1, 1]);
});

test('does not repeat an error that is final, and takes nothing for it', async ({ evaluate }) => {
  const runs = [['final'], ['final'], ['bad', 'final'], ['bad', 'ok']];
  expect(await evaluate(play, { attempts: 3, every: 100, reserve: 2, runs })).toEqual([
    ['final 1', 1],
    ['final 1', 1],
    ['final 2', 2],
    ['ok 2', 2],
  ]);
});
