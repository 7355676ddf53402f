test('lets the free failures pass and delays the next one by the base delay', async ({ evaluate }) => {
  const waits = await evaluate(({ createThrottle }) => {
    const throttle = createThrottle({
      freeFailures: 2,
      baseDelayMs: 1000,
      maxDelayMs: 60_000,
      forgetAfterMs: 3_600_000,
    });
    return [1, 2, 3].map(() => {
      throttle.fail('ada@example.com');
      return throttle.check('ada@example.com');
    });
  });
  expect(waits).toEqual([0, 0, 1000]);
});

test('doubles the delay with each further failure', async ({ evaluate }) => {
  const waits = await evaluate(({ createThrottle }) => {
    const throttle = createThrottle({
      freeFailures: 0,
      baseDelayMs: 500,
      maxDelayMs: 60_000,
      forgetAfterMs: 3_600_000,
    });
    return [1, 2, 3, 4].map(() => {
      throttle.fail('ada@example.com');
      return throttle.check('ada@example.com');
    });
  });
  expect(waits).toEqual([500, 1000, 2000, 4000]);
});

test('counts the delay down from the last failure', async ({ evaluate }) => {
  const waits = await evaluate(async ({ createThrottle }) => {
    const throttle = createThrottle({
      freeFailures: 0,
      baseDelayMs: 1000,
      maxDelayMs: 60_000,
      forgetAfterMs: 3_600_000,
    });
    const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    throttle.fail('ada@example.com');
    await sleep(600);
    const middle = throttle.check('ada@example.com');
    await sleep(400);
    return [middle, throttle.check('ada@example.com')];
  });
  expect(waits).toEqual([400, 0]);
});

test('forgets the failures of an account after a success', async ({ evaluate }) => {
  const waits = await evaluate(({ createThrottle }) => {
    const throttle = createThrottle({
      freeFailures: 1,
      baseDelayMs: 1000,
      maxDelayMs: 60_000,
      forgetAfterMs: 3_600_000,
    });
    throttle.fail('ada@example.com');
    throttle.fail('ada@example.com');
    throttle.succeed('ada@example.com');
    const after = throttle.check('ada@example.com');
    throttle.fail('ada@example.com');
    return [after, throttle.check('ada@example.com')];
  });
  expect(waits).toEqual([0, 0]);
});

test('does not delay other accounts', async ({ evaluate }) => {
  const waits = await evaluate(({ createThrottle }) => {
    const throttle = createThrottle({
      freeFailures: 0,
      baseDelayMs: 1000,
      maxDelayMs: 60_000,
      forgetAfterMs: 3_600_000,
    });
    throttle.fail('ada@example.com');
    return [throttle.check('ada@example.com'), throttle.check('ben@example.com')];
  });
  expect(waits).toEqual([1000, 0]);
});
