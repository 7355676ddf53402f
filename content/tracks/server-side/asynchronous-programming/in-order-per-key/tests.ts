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

test('answers as in the example', async ({ evaluate }) => {
  const messages = [m('ann'), m('ann'), m('ann'), m('bob'), m('cy')];
  const { outcomes, runs, ms } = await evaluate(drive, messages, 3);
  expect(outcomes).toEqual(Array(5).fill('done'));
  expect(problems(messages, 3, runs)).toEqual([]);
  expect(ms).toBe(30);
});

test('handles the messages of a key one after the other', async ({ evaluate }) => {
  const messages = [m('ann', 30), m('ann', 5), m('bob', 20), m('ann', 1), m('bob', 1)];
  const { runs, ms } = await evaluate(drive, messages, 10);
  expect(problems(messages, 10, runs)).toEqual([]);
  expect(ms).toBe(36);
});

test('never has more than the limit under way', async ({ evaluate }) => {
  const messages = Array.from({ length: 20 }, (_, i) => m(`k${i}`, 10));
  const { runs, ms } = await evaluate(drive, messages, 3);
  expect(problems(messages, 3, runs)).toEqual([]);
  expect(ms).toBe(70);
});

test('is not held up by a busy key', async ({ evaluate }) => {
  const messages = [...Array.from({ length: 10 }, () => m('ann', 10)), ...'bcdefghij'.split('').map((k) => m(k, 10))];
  const { runs, ms } = await evaluate(drive, messages, 4);
  expect(problems(messages, 4, runs)).toEqual([]);
  // Graham's bound for any choice: the work over the places, plus the longest chain for the share of the other places.
  expect(ms, 'ten messages of ann, 10 ms each, and nine others beside them').toBeLessThanOrEqual(
    190 / 4 + 100 * (3 / 4),
  );
});

test('skips what comes after a failure of the same key, and nothing else', async ({ evaluate }) => {
  const messages = [m('ann'), m('bob'), m('ann', 10, true), m('ann'), m('bob'), m('ann', 10, true), m('cy')];
  for (const limit of [1, 2, 9]) {
    const { outcomes, runs } = await evaluate(drive, messages, limit);
    expect(outcomes).toEqual(['done', 'done', 'failed', 'skipped', 'done', 'skipped', 'done']);
    expect(problems(messages, limit, runs)).toEqual([]);
  }
});
