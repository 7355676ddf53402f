test('repeats nothing that was received', async ({ call }) => {
  const issues = [{ path: ['password'], message: 'must be longer', received: 'hunter2' }];
  expect(JSON.stringify(await call('validationProblem', issues, '/accounts'))).not.toContain('hunter2');
});

test('escapes ~ and / in one key without escaping an escape', async ({ call }) => {
  expect(await call('pointer', ['~/', '~1', '/~0'])).toBe('#/~0~1/~01/~1~00');
});

test('encodes what separates the parts of a URI', async ({ call }) => {
  expect(await call('pointer', ['a#b', 'c d'])).toBe('#/a%23b/c%20d');
});

test('encodes other alphabets as UTF-8', async ({ call }) => {
  expect(await call('pointer', ['größe', '名'])).toBe('#/gr%C3%B6%C3%9Fe/%E5%90%8D');
});

test('agrees with the reference on random issues', async ({ call, reference, random }) => {
  const step = () => (random.bool() ? random.int(0, 20) : random.string(random.int(1, 5), 'ab~/%" ö'));
  const issues = Array.from({ length: random.int(1, 8) }, () => ({
    path: Array.from({ length: random.int(0, 4) }, step),
    message: random.pick(['is missing', 'must be a number', 'is too long']),
    received: random.int(0, 9),
  }));
  const instance = `/orders/attempts/${random.int(1, 999)}`;
  expect(await call('validationProblem', issues, instance)).toEqual(
    await reference.call('validationProblem', issues, instance),
  );
});
