type Message = { key: string; ms: number; fails?: boolean };
type Run = { place: number; from: number; to: number };

/** Handles messages that take `ms` each. Returns the outcomes, when each call began and ended, and when all was over. */
const drive = {
  ts: async ({ handleInOrder }, messages, limit) => {
    const begin = Date.now();
    const runs: Run[] = [];
    const numbered = messages.map((message, place: number) => ({ ...message, place }));
    const outcomes = await handleInOrder(numbered, limit, async ({ ms, fails, place }) => {
      const run = { place, from: Date.now() - begin, to: -1 };
      runs.push(run);
      await new Promise((resolve) => setTimeout(resolve, ms));
      run.to = Date.now() - begin;
      if (fails) throw new Error(`message ${place}`);
    });
    return { outcomes, runs, ms: Date.now() - begin };
  },
  py: `
    async def drive(solution, messages, limit):
        import asyncio
        loop = asyncio.get_running_loop()
        begin = loop.time()
        now = lambda: round((loop.time() - begin) * 1000)
        runs = []

        async def handle(message):
            run = {"place": message["place"], "from": now(), "to": -1}
            runs.append(run)
            await asyncio.sleep(message["ms"] / 1000)
            run["to"] = now()
            if message.get("fails"):
                raise RuntimeError(f"message {message['place']}")

        numbered = [{**message, "place": place} for place, message in enumerate(messages)]
        outcomes = await solution.handle_in_order(numbered, limit, handle)
        return {"outcomes": outcomes, "runs": runs, "ms": now()}
  `,
};

/** What is wrong with how the calls were made, in words. */
function problems(messages: Message[], limit: number, runs: Run[]) {
  const found: string[] = [];
  const name = (place: number) => `message ${place} (key ${messages[place].key})`;
  const runOf = new Map(runs.map((run) => [run.place, run]));
  if (runOf.size < runs.length) found.push('a message was handled twice');
  if (runs.some(({ to }) => to === -1)) found.push('it was over before every call had ended');

  const failedAt = new Map<string, number>();
  for (const [place, { key, fails }] of messages.entries()) {
    if (failedAt.has(key) && runOf.has(place)) found.push(`${name(place)} was handled although its key had failed`);
    if (!failedAt.has(key) && !runOf.has(place)) found.push(`${name(place)} was not handled`);
    if (fails && !failedAt.has(key)) failedAt.set(key, place);
  }
  const previous = (place: number) => messages.findLastIndex(({ key }, i) => i < place && key === messages[place].key);
  for (const { place, from } of runs) {
    const before = runOf.get(previous(place));
    if (before && before.to > from)
      found.push(`${name(place)} began at ${from}, the one before it ended at ${before.to}`);
    const running = runs.filter((run) => run.from <= from && from < run.to).length;
    if (running > limit) found.push(`${running} calls were under way at ${from}`);
    // It could have begun when the one before it had ended. From then on, all places must have been taken.
    const ready = before ? before.to : 0;
    for (const { to } of [...runs, { to: ready }]) {
      if (to < ready || to >= from) continue;
      const busy = runs.filter((run) => run.from <= to && to < run.to).length;
      if (busy < limit)
        found.push(`${name(place)} waited until ${from}, though only ${busy} calls were under way at ${to}`);
    }
  }
  return [...new Set(found)];
}

const m = (key: string, ms = 10, fails = false): Message => ({ key, ms, ...(fails ? { fails } : {}) });

test('has nothing to do for no messages', async ({ evaluate }) => {
  expect(await evaluate(drive, [], 3)).toEqual({ outcomes: [], runs: [], ms: 0 });
});

test('hands over the messages as they are', async ({ evaluate }) => {
  const seen = await evaluate({
    ts: async ({ handleInOrder }) => {
      const handled: unknown[] = [];
      const messages = [
        { key: 'a', body: { city: 'Bonn' } },
        { key: 'constructor', body: null },
      ];
      await handleInOrder(messages, 1, async (message) => handled.push(message));
      return handled;
    },
    py: `
      async def drive(solution):
          handled = []

          async def handle(message):
              handled.append(message)

          messages = [{"key": "a", "body": {"city": "Bonn"}}, {"key": "constructor", "body": None}]
          await solution.handle_in_order(messages, 1, handle)
          return handled
    `,
  });
  expect(seen).toEqual(
    expect.arrayContaining([
      { key: 'a', body: { city: 'Bonn' } },
      { key: 'constructor', body: null },
    ]),
  );
  expect(seen).toHaveLength(2);
});

test('gives the place of a failed call to another key', async ({ evaluate }) => {
  const messages = [m('a', 10, true), m('b', 10, true), m('a'), m('c', 20), m('d', 20), m('b')];
  const { outcomes, runs, ms } = await evaluate(drive, messages, 2);
  expect(outcomes).toEqual(['failed', 'failed', 'skipped', 'done', 'done', 'skipped']);
  expect(problems(messages, 2, runs)).toEqual([]);
  expect(ms, 'four keys of 10, 10, 20 and 20 ms in two places').toBeLessThanOrEqual(40);
});

test('waits for every call although one has failed', async ({ evaluate }) => {
  const messages = [m('a', 5, true), m('b', 50), m('b', 50)];
  const { outcomes, ms } = await evaluate(drive, messages, 5);
  expect(outcomes).toEqual(['failed', 'done', 'done']);
  expect(ms).toBe(100);
});

test('agrees with the reference on random messages', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 12; round++) {
    const keys = [...'abcdefgh'].slice(0, random.int(1, 8));
    const messages = Array.from({ length: random.int(1, 40) }, () =>
      m(random.pick(keys), random.int(1, 30), random.int(0, 19) === 0),
    );
    const limit = random.int(1, 6);
    const seen = await evaluate(drive, messages, limit);
    const { outcomes } = await reference.evaluate(drive, messages, limit);
    expect({ messages, limit, outcomes: seen.outcomes }).toEqual({ messages, limit, outcomes });
    expect(problems(messages, limit, seen.runs), JSON.stringify({ messages, limit })).toEqual([]);
  }
});
