// A step is [action, ...values]; 'wait' lets time pass. `receive as x` is ['receive', 'x'], and ['ack', 'x'] uses the
// receipt that x got then. Returns what each step answered, without receipts.
const play = async ({ createQueue }, { options, steps }) => {
  const queue = createQueue(options);
  const receipts: Record<string, string> = {};
  const answers: unknown[] = [];
  for (const [action, ...values] of steps) {
    if (action === 'wait') await new Promise((resolve) => setTimeout(resolve, values[0]));
    else if (action === 'receive') {
      const job = queue.receive();
      if (job && values[0]) receipts[values[0]] = job.receipt;
      answers.push(job && [job.id, job.attempt]);
    } else if (action === 'ack' || action === 'fail' || action === 'extend') {
      answers.push(queue[action](receipts[values[0]] ?? 'no such receipt'));
    } else answers.push(queue[action](...values));
  }
  return answers;
};

const options = { visibilityMs: 30_000, maxAttempts: 3, backoffMs: 1000 };

test('hands out jobs in the order in which they were added, with their payload', async ({ evaluate }) => {
  const seen = await evaluate(({ createQueue }, options) => {
    const queue = createQueue(options);
    queue.add('a', { to: 'ann' });
    queue.add('b', null);
    const [first, second, third] = [queue.receive(), queue.receive(), queue.receive()];
    return [first.id, first.payload, first.attempt, typeof first.receipt, second.id, second.payload, third];
  }, options);
  expect(seen).toEqual(['a', { to: 'ann' }, 1, 'string', 'b', null, null]);
});

test('a job that is acknowledged is gone, and its id may come again', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 1],
    ['add', 'a', 2],
    ['receive', 'x'],
    ['add', 'a', 3],
    ['ack', 'x'],
    ['size'],
    ['wait', 60_000],
    ['receive'],
    ['add', 'a', 4],
  ];
  expect(await evaluate(play, { options, steps })).toEqual([true, false, ['a', 1], false, true, 0, null, true]);
});

test('hides a job for the visibility, and then hands it out again', async ({ evaluate }) => {
  const steps = [['add', 'a', 1], ['receive'], ['wait', 29_999], ['receive'], ['size'], ['wait', 1], ['receive']];
  expect(await evaluate(play, { options, steps })).toEqual([true, ['a', 1], null, 1, ['a', 2]]);
});

test('an old receipt does nothing', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 1],
    ['receive', 'slow'],
    ['wait', 40_000],
    ['receive', 'quick'],
    ['ack', 'slow'],
    ['fail', 'slow'],
    ['extend', 'slow'],
    ['size'],
    ['ack', 'quick'],
    ['ack', 'quick'],
  ];
  expect(await evaluate(play, { options, steps })).toEqual([
    true,
    ['a', 1],
    ['a', 2],
    false,
    false,
    false,
    1,
    true,
    false,
  ]);
});

test('a receipt is worth nothing from the moment the visibility ends, also if nobody else has the job', async ({
  evaluate,
}) => {
  const steps = [['add', 'a', 1], ['receive', 'x'], ['wait', 30_000], ['ack', 'x'], ['extend', 'x'], ['size']];
  expect(await evaluate(play, { options, steps })).toEqual([true, ['a', 1], false, false, 1]);
});

test('waits longer after each failed attempt', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 1],
    ['receive', 'x'],
    ['fail', 'x'],
    ['wait', 999],
    ['receive'],
    ['wait', 1],
    ['receive', 'x'],
    ['fail', 'x'],
    ['wait', 1999],
    ['receive'],
    ['wait', 1],
    ['receive'],
  ];
  expect(await evaluate(play, { options, steps })).toEqual([
    true,
    ['a', 1],
    true,
    null,
    ['a', 2],
    true,
    null,
    ['a', 3],
  ]);
});

test('a job is dead when its last attempt fails', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 7],
    ['receive', 'x'],
    ['fail', 'x'],
    ['dead'],
    ['wait', 1000],
    ['receive', 'x'],
    ['fail', 'x'],
    ['dead'],
    ['size'],
    ['add', 'a', 8],
    ['wait', 100_000],
    ['receive'],
  ];
  expect(await evaluate(play, { options: { ...options, maxAttempts: 2 }, steps })).toEqual([
    true,
    ['a', 1],
    true,
    [],
    ['a', 2],
    true,
    [{ id: 'a', payload: 7 }],
    0,
    false,
    null,
  ]);
});

test('a job is dead when its last attempt runs out', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 7],
    ['receive', 'x'],
    ['wait', 29_999],
    ['dead'],
    ['wait', 1],
    ['size'],
    ['dead'],
    ['receive'],
    ['ack', 'x'],
  ];
  expect(await evaluate(play, { options: { ...options, maxAttempts: 1 }, steps })).toEqual([
    true,
    ['a', 1],
    [],
    0,
    [{ id: 'a', payload: 7 }],
    null,
    false,
  ]);
});

test('extends the visibility from now on', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 1],
    ['receive', 'x'],
    ['wait', 20_000],
    ['extend', 'x'],
    ['wait', 29_999],
    ['receive'],
    ['ack', 'x'],
    ['size'],
  ];
  expect(await evaluate(play, { options, steps })).toEqual([true, ['a', 1], true, null, true, 0]);
});

test('revives a dead job with all its attempts', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 7],
    ['revive', 'a'],
    ['receive', 'x'],
    ['fail', 'x'],
    ['wait', 1000],
    ['receive', 'x'],
    ['fail', 'x'],
    ['revive', 'a'],
    ['dead'],
    ['receive', 'x'],
    ['ack', 'x'],
    ['revive', 'a'],
  ];
  expect(await evaluate(play, { options: { ...options, maxAttempts: 2 }, steps })).toEqual([
    true,
    false,
    ['a', 1],
    true,
    ['a', 2],
    true,
    true,
    [],
    ['a', 1],
    true,
    false,
  ]);
});
