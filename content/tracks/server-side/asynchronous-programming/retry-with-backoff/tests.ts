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

test('returns the first value without waiting', async ({ evaluate }) => {
  const seen = await evaluate(play, ['ok'], { draws: [0.5] });
  expect(seen).toEqual({ began: [0], outcome: 'ok at 1', tookMs: 0 });
});

test('doubles the ceiling of the wait after each failure', async ({ evaluate }) => {
  // random() = 0.5: waits of 50, 100, 200 and 400 ms.
  const seen = await evaluate(play, ['503', '503', '503', '503', 'ok'], { draws: [0.5] });
  expect(seen).toEqual({ began: [0, 50, 150, 350, 750], outcome: 'ok at 5', tookMs: 750 });
});

test('draws each wait anew between nothing and the ceiling', async ({ evaluate }) => {
  // Ceilings of 100, 200 and 400 ms, of which 90 %, 10 % and 50 % are drawn.
  const seen = await evaluate(play, ['503', '503', '503', 'ok'], { draws: [0.9, 0.1, 0.5] });
  expect(seen.began).toEqual([0, 90, 110, 310]);
});

test('rejects with the last error after the given number of attempts, without a last wait', async ({ evaluate }) => {
  const seen = await evaluate(play, ['first', 'second', 'third', 'ok'], { draws: [0.5], attempts: 3 });
  expect(seen).toEqual({ began: [0, 50, 150], outcome: 'failed: third', tookMs: 150 });
});

test('does not repeat what is not retryable', async ({ evaluate }) => {
  const seen = await evaluate(play, ['503', 'refused', 'ok'], { draws: [0.5] });
  expect(seen).toEqual({ began: [0, 50], outcome: 'failed: refused', tookMs: 50 });
});
