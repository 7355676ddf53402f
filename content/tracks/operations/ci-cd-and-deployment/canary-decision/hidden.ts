const alike = (count: number, old: [number, number], canary: [number, number]) =>
  Array.from({ length: count }, () => ({
    old: { requests: old[0], errors: old[1] },
    canary: { requests: canary[0], errors: canary[1] },
  }));

test('holds before the first minute, and without requests', async ({ call }) => {
  expect(await call('decide', [], { tolerance: 0.005, minutesMin: 0 })).toBe('hold');
  expect(await call('decide', alike(20, [0, 0], [0, 0]), { tolerance: 0.005, minutesMin: 15 })).toBe('hold');
  expect(await call('decide', alike(20, [2850, 0], [0, 0]), { tolerance: 0.005, minutesMin: 15 })).toBe('hold');
});

test('weighs a minute by its requests', async ({ call }) => {
  // Most minutes have three requests, and in some of them all fail; the busy ones are perfect.
  const minutes = [
    ...alike(6, [30, 0], [3, 0]),
    ...alike(1, [20_000, 20], [4000, 4]),
    ...alike(2, [30, 0], [3, 2]),
    ...alike(1, [20_000, 20], [4000, 4]),
    ...alike(5, [20_000, 20], [4000, 4]),
  ];
  expect(await call('decide', minutes, { tolerance: 0.005, minutesMin: 15 })).toBe('promote');
});

test('does not know what the old version is worth without requests to it', async ({ call }) => {
  // At night all requests happened to go to the canary.
  expect(await call('decide', alike(20, [0, 0], [200, 20]), { tolerance: 0.005, minutesMin: 15 })).toBe('hold');
});

test('looks at the last five minutes, and not at one', async ({ call }) => {
  const minutes = [...alike(59, [2850, 3], [150, 0]), ...alike(1, [2850, 3], [20, 10])];
  expect(await call('decide', minutes, { tolerance: 0.005, minutesMin: 15 })).toBe('promote');
});

test('rolls back for the sum, when five minutes alone do not show it', async ({ call }) => {
  // Two per cent against a tenth of one: plain after an hour, within the uncertainty of five minutes.
  expect(await call('decide', alike(60, [2850, 3], [50, 1]), { tolerance: 0.005, minutesMin: 15 })).toBe('rollback');
});

test('measures by the tolerance that was given', async ({ call }) => {
  // One per cent more than the old version.
  const minutes = alike(30, [20_000, 20], [2000, 22]);
  expect(await call('decide', minutes, { tolerance: 0.005, minutesMin: 15 })).toBe('rollback');
  expect(await call('decide', minutes, { tolerance: 0.01, minutesMin: 15 })).toBe('hold');
  expect(await call('decide', minutes, { tolerance: 0.02, minutesMin: 15 })).toBe('promote');
});

test('promotes a canary that is better', async ({ call }) => {
  expect(await call('decide', alike(15, [2850, 285], [150, 0]), { tolerance: 0.005, minutesMin: 15 })).toBe('promote');
});

test('agrees with the reference on random minutes', async ({ call, reference, random }) => {
  const base = random.pick([0, 0.001, 0.01, 0.05]);
  const more = random.pick([0, 0, 0.002, 0.006, 0.02, 0.05]);
  const minutes = Array.from({ length: random.int(1, 60) }, () => {
    const [old, canary] = [random.int(100, 20_000), random.int(0, 1000)];
    return {
      old: { requests: old, errors: Math.round(old * base) },
      canary: { requests: canary, errors: Math.min(canary, Math.round(canary * (base + more)) + random.int(0, 1)) },
    };
  });
  const rules = { tolerance: random.pick([0.001, 0.005, 0.02]), minutesMin: random.int(0, 30) };
  expect(await call('decide', minutes, rules)).toBe(await reference.call('decide', minutes, rules));
});
