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

test('does not ask the second when the first is quick', async ({ evaluate }) => {
  const replicas: Replica[] = [
    { after: 0.01, value: 'a' },
    { after: 0.01, value: 'b' },
  ];
  expect(await evaluate(drive, replicas, 0.05)).toEqual({ value: 'a', at: 0.01, log: [['first', 'starts', 0]] });
});

test('asks the second after the delay and takes its answer', async ({ evaluate }) => {
  const replicas: Replica[] = [
    { after: 1, value: 'a' },
    { after: 0.01, value: 'b' },
  ];
  expect(await evaluate(drive, replicas, 0.05)).toMatchObject({ value: 'b', at: 0.06 });
});

test('lets the first go on beside the second', async ({ evaluate }) => {
  const replicas: Replica[] = [
    { after: 0.06, value: 'a' },
    { after: 0.5, value: 'b' },
  ];
  expect(await evaluate(drive, replicas, 0.05)).toMatchObject({ value: 'a', at: 0.06 });
});

test('the call that lost has ended when the result is there', async ({ evaluate }) => {
  const replicas: Replica[] = [
    { after: 1, value: 'a', cleanUp: 0.2 },
    { after: 0.01, value: 'b' },
  ];
  expect(await evaluate(drive, replicas, 0.05)).toEqual({
    value: 'b',
    at: 0.26,
    log: [
      ['first', 'starts', 0],
      ['second', 'starts', 0.05],
      ['first', 'is cancelled', 0.26],
    ],
  });
});
