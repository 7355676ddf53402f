test('never delays longer than the maximum', async ({ evaluate }) => {
  const waits = await evaluate(({ createThrottle }) => {
    const throttle = createThrottle({ freeFailures: 0, baseDelayMs: 1000, maxDelayMs: 5000, forgetAfterMs: 3_600_000 });
    const seen: number[] = [];
    for (let failures = 1; failures <= 1200; failures++) {
      throttle.fail('ada@example.com');
      if ([3, 4, 50, 1200].includes(failures)) seen.push(throttle.check('ada@example.com'));
    }
    return seen;
  });
  expect(waits).toEqual([4000, 5000, 5000, 5000]);
});

test('counts one account under every spelling of its address', async ({ evaluate }) => {
  const waits = await evaluate(({ createThrottle }) => {
    const throttle = createThrottle({ freeFailures: 1, baseDelayMs: 1000, maxDelayMs: 5000, forgetAfterMs: 3_600_000 });
    throttle.fail('Ada@Example.com');
    throttle.fail('  ada@example.com ');
    const before = throttle.check('ADA@example.com');
    throttle.succeed(' ADA@EXAMPLE.COM');
    return [before, throttle.check('ada@example.com')];
  });
  expect(waits).toEqual([1000, 0]);
});

test('starts to count anew when the last failure is long enough ago', async ({ evaluate }) => {
  const waits = await evaluate(async ({ createThrottle }) => {
    const throttle = createThrottle({ freeFailures: 1, baseDelayMs: 1000, maxDelayMs: 90_000, forgetAfterMs: 60_000 });
    const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    throttle.fail('ada@example.com');
    throttle.fail('ada@example.com');
    throttle.fail('ada@example.com');
    await sleep(60_000);
    throttle.fail('ada@example.com');
    const first = throttle.check('ada@example.com');
    throttle.fail('ada@example.com');
    return [first, throttle.check('ada@example.com')];
  });
  expect(waits).toEqual([0, 1000]);
});

test('keeps counting when the last failure is just recent enough', async ({ evaluate }) => {
  const wait = await evaluate(async ({ createThrottle }) => {
    const throttle = createThrottle({ freeFailures: 1, baseDelayMs: 1000, maxDelayMs: 90_000, forgetAfterMs: 60_000 });
    const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    throttle.fail('ada@example.com');
    await sleep(59_999);
    throttle.fail('ada@example.com');
    return throttle.check('ada@example.com');
  });
  expect(wait).toBe(1000);
});

test('asking changes nothing', async ({ evaluate }) => {
  const waits = await evaluate(({ createThrottle }) => {
    const throttle = createThrottle({ freeFailures: 0, baseDelayMs: 1000, maxDelayMs: 5000, forgetAfterMs: 3_600_000 });
    throttle.fail('ada@example.com');
    return [1, 2, 3].map(() => throttle.check('ada@example.com'));
  });
  expect(waits).toEqual([1000, 1000, 1000]);
});

test('agrees with the reference on a random evening', async ({ evaluate, reference, random }) => {
  const events = Array.from({ length: 40 }, () => ({
    email: random.pick(['ada@example.com', 'Ada@example.com', 'ben@example.com']),
    what: random.pick(['fail', 'fail', 'fail', 'check', 'succeed']),
    pauseMs: random.pick([0, 10, 700, 1500, 9000]),
  }));
  const evening = async ({ createThrottle }, list: { email: string; what: string; pauseMs: number }[]) => {
    const throttle = createThrottle({ freeFailures: 2, baseDelayMs: 500, maxDelayMs: 6000, forgetAfterMs: 8000 });
    const waits: number[] = [];
    for (const { email, what, pauseMs } of list) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      throttle[what](email);
      waits.push(throttle.check('ada@example.com'), throttle.check('ben@example.com'));
    }
    return waits;
  };
  expect(await evaluate(evening, events)).toEqual(await reference.evaluate(evening, events));
});
