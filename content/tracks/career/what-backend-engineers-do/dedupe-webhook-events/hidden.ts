test('leaves the array it was given as it was', async ({ evaluate }) => {
  const left = await evaluate(({ dedupe }) => {
    const events = [
      { id: 'evt_1', type: 'a' },
      { id: 'evt_1', type: 'a' },
    ];
    dedupe(events);
    return events.length;
  });
  expect(left).toBe(2);
});

test('keeps events whose ids are names that every object has', async ({ call }) => {
  const events = ['constructor', 'toString', '__proto__'].map((id) => ({ id, type: 'payment.succeeded' }));
  expect(await call('dedupe', events)).toEqual(events);
});

test('tells ids apart that differ in case only', async ({ call }) => {
  const events = ['evt_a', 'evt_A'].map((id) => ({ id, type: 'payment.succeeded' }));
  expect(await call('dedupe', events)).toEqual(events);
});

test('handles a night of 100,000 different events in time', async ({ evaluate }) => {
  const kept = await evaluate(({ dedupe }) => {
    const events = Array.from({ length: 100_000 }, (_, i) => ({ id: `evt_${i}`, type: 'payment.succeeded' }));
    return dedupe(events).length;
  });
  expect(kept).toBe(100_000);
});

test('agrees with the reference on a random batch', async ({ call, reference, random }) => {
  const events = Array.from({ length: 40 }, () => ({
    id: `evt_${random.int(1, 12)}`,
    type: random.pick(['payment.succeeded', 'payment.failed']),
  }));
  expect(await call('dedupe', events)).toEqual(await reference.call('dedupe', events));
});
