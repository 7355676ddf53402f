const rules = { tolerance: 0.005, minutesMin: 15 };
const alike = (count: number, oldErrors: number, canaryErrors: number) =>
  Array.from({ length: count }, () => ({
    old: { requests: 2850, errors: oldErrors },
    canary: { requests: 150, errors: canaryErrors },
  }));

test('holds while there are too few requests to know', async ({ call }) => {
  expect(await call('decide', alike(1, 3, 0), rules)).toBe('hold');
});

test('promotes a canary that is as good as the old version', async ({ call }) => {
  expect(await call('decide', alike(15, 3, 0), rules)).toBe('promote');
});

test('rolls back a canary that fails much more often', async ({ call }) => {
  // Four per cent against a tenth of one.
  expect(await call('decide', alike(3, 3, 6), rules)).toBe('rollback');
});

test('does not roll back for one unlucky request', async ({ call }) => {
  // One of 150 is more than half a percentage point above the old version, and means nothing yet.
  expect(await call('decide', alike(1, 3, 1), rules)).toBe('hold');
});

test('compares shares, since the canary has fewer requests of everything', async ({ call }) => {
  // Four of 150 each minute are fewer than thirty of 2,850, and two and a half times the share.
  expect(await call('decide', alike(15, 30, 4), rules)).toBe('rollback');
});

test('blames nobody for what fails in both versions', async ({ call }) => {
  // Ten per cent fail in both: the payment provider is down.
  expect(await call('decide', alike(5, 285, 15), rules)).toBe('hold');
});

test('promotes only after as many minutes as the rules say', async ({ call }) => {
  expect(await call('decide', alike(14, 3, 0), rules)).toBe('hold');
});

test('rolls back when the last five minutes are bad, however good the hour was', async ({ call }) => {
  expect(await call('decide', [...alike(55, 3, 0), ...alike(5, 3, 4)], rules)).toBe('rollback');
});
