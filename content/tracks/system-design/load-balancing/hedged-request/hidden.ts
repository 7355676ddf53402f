/** What each replica does, and when: `after` is in seconds. */
type Replica = { after: number; value?: string; error?: string; cleanUp?: number };

/** How it ended and when, and what the replicas saw: [name, what, seconds since the start]. */
const drive = {
  py: `
    async def drive(solution, replicas, delay):
        import asyncio
        loop = asyncio.get_running_loop()
        begin = loop.time()
        log = []

        def note(name, what):
            log.append([name, what, round(loop.time() - begin, 3)])

        def replica(name, plan):
            async def ask():
                note(name, "starts")
                try:
                    await asyncio.sleep(plan["after"])
                except asyncio.CancelledError:
                    await asyncio.sleep(plan.get("cleanUp", 0))
                    note(name, "is cancelled")
                    raise
                if "error" in plan:
                    raise ValueError(plan["error"])
                return plan["value"]
            return ask

        try:
            ended = {"value": await solution.hedged(replica("first", replicas[0]), replica("second", replicas[1]), delay)}
        except Exception as error:
            ended = {"error": f"{type(error).__name__}: {error}"}
        return {**ended, "at": round(loop.time() - begin, 3), "log": list(log)}
  `,
};

test('asks the second at once when the first fails early', async ({ evaluate }) => {
  const replicas: Replica[] = [
    { after: 0.01, error: 'refused' },
    { after: 0.02, value: 'b' },
  ];
  expect(await evaluate(drive, replicas, 0.5)).toMatchObject({ value: 'b', at: 0.03 });
});

test('a failure decides nothing while the other still runs', async ({ evaluate }) => {
  const late: Replica[] = [
    { after: 0.3, value: 'a' },
    { after: 0.01, error: 'refused' },
  ];
  expect(await evaluate(drive, late, 0.05)).toMatchObject({ value: 'a', at: 0.3 });
  const other: Replica[] = [
    { after: 0.1, error: 'refused' },
    { after: 0.3, value: 'b' },
  ];
  expect(await evaluate(drive, other, 0.05)).toMatchObject({ value: 'b', at: 0.35 });
});

test('raises the last error when both have failed', async ({ evaluate }) => {
  const secondLast: Replica[] = [
    { after: 0.01, error: 'one' },
    { after: 0.01, error: 'two' },
  ];
  expect(await evaluate(drive, secondLast, 0.05)).toMatchObject({ error: 'ValueError: two', at: 0.02 });
  const firstLast: Replica[] = [
    { after: 0.2, error: 'one' },
    { after: 0.01, error: 'two' },
  ];
  expect(await evaluate(drive, firstLast, 0.05)).toMatchObject({ error: 'ValueError: one', at: 0.2 });
});

test('leaves nothing running when it is cancelled itself', async ({ evaluate }) => {
  const running = await evaluate({
    py: `
      async def drive(solution):
          import asyncio
          running = set()

          async def ask():
              running.add(asyncio.current_task())
              try:
                  await asyncio.sleep(10)
              finally:
                  running.discard(asyncio.current_task())

          task = asyncio.ensure_future(solution.hedged(ask, ask, 0.05))
          await asyncio.sleep(1)
          before = len(running)
          task.cancel()
          await asyncio.gather(task, return_exceptions=True)
          return [before, len(running), task.cancelled()]
    `,
  });
  expect(running).toEqual([2, 0, true]);
});

test('agrees with the reference on random replicas', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 20; round++) {
    // Multiples of different lengths of time, so that nothing ever happens at the same instant.
    const replica = (stepMs: number, name: string): Replica => ({
      after: (random.int(1, 20) * stepMs + 1) / 1000,
      ...(random.bool() ? { value: name } : { error: name }),
    });
    const replicas = [replica(20, 'a'), replica(30, 'b')];
    expect(await evaluate(drive, replicas, 0.107)).toEqual(await reference.evaluate(drive, replicas, 0.107));
  }
});
