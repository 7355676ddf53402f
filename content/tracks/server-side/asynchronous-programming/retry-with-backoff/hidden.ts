// Returns when each attempt began, what came of it all, and when. Outcomes are 'ok' or the message of an error.
const play = async ({ retry }, outcomes, options) => {
  const begin = Date.now();
  const began: number[] = [];
  let drawn = 0;
  const outcome = await retry(
    async (number: number) => {
      began.push(Date.now() - begin);
      if (options.workMs) await new Promise((resolve) => setTimeout(resolve, options.workMs));
      const outcome = outcomes[number - 1];
      if (outcome === 'ok') return `ok at ${number}`;
      throw new Error(outcome);
    },
    {
      attempts: 5,
      baseMs: 100,
      capMs: 1000,
      deadlineMs: 60_000,
      isRetryable: (error: Error) => error.message !== 'refused',
      ...options,
      random: () => options.draws[drawn++ % options.draws.length],
    },
  ).catch((error: Error) => `failed: ${error.message}`);
  return { began, outcome, tookMs: Date.now() - begin };
};

test('never waits longer than the cap', async ({ evaluate }) => {
  const outcomes = Array.from({ length: 8 }, () => '503');
  const seen = await evaluate(play, outcomes, { draws: [0.5], attempts: 8, capMs: 300 });
  expect(seen.began).toEqual([0, 50, 150, 300, 450, 600, 750, 900]);
});

test('gives up at once when the wait would end after the deadline', async ({ evaluate }) => {
  // The second wait would end at 50 + 100 = 150 ms.
  const seen = await evaluate(play, ['first', 'second', 'ok'], { draws: [0.5], deadlineMs: 149 });
  expect(seen).toEqual({ began: [0, 50], outcome: 'failed: second', tookMs: 50 });
});

test('still tries when the wait ends exactly at the deadline', async ({ evaluate }) => {
  const seen = await evaluate(play, ['first', 'second', 'ok'], { draws: [0.5], deadlineMs: 150 });
  expect(seen).toEqual({ began: [0, 50, 150], outcome: 'ok at 3', tookMs: 150 });
});

test('counts the time of the attempts towards the deadline', async ({ evaluate }) => {
  const seen = await evaluate(play, ['first', 'second', 'ok'], { draws: [0.5], workMs: 1000, deadlineMs: 2100 });
  expect(seen).toEqual({ began: [0, 1050], outcome: 'failed: second', tookMs: 2050 });
});

test('does not wait at all with a single attempt', async ({ evaluate }) => {
  const seen = await evaluate(play, ['503', 'ok'], { draws: [0.5], attempts: 1 });
  expect(seen).toEqual({ began: [0], outcome: 'failed: 503', tookMs: 0 });
});

test('rounds waits down to whole milliseconds', async ({ evaluate }) => {
  // 55.55 and 111.1 ms.
  const seen = await evaluate(play, ['503', '503', 'ok'], { draws: [0.55], baseMs: 101 });
  expect(seen.began).toEqual([0, 55, 166]);
});

test('agrees with the reference on random failures', async ({ evaluate, reference, random }) => {
  const outcomes = Array.from({ length: 10 }, (_, i) =>
    random.pick(['ok', 'refused', ...Array(8).fill(`503 at ${i}`)]),
  );
  const options = {
    attempts: random.int(2, 10),
    baseMs: random.int(50, 300),
    capMs: random.int(400, 3000),
    deadlineMs: random.int(500, 8000),
    workMs: random.int(0, 3) * 100,
    draws: Array.from({ length: 10 }, () => random.int(10, 99) / 100),
  };
  expect(await evaluate(play, outcomes, options)).toEqual(await reference.evaluate(play, outcomes, options));
});
