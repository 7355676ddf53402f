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

test('counts no job whose last attempt ran out, although others have waited longer', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 1],
    ['receive', 'x'],
    ['add', 'b', 2], // waits all the time
    ['wait', 29_999],
    ['size'],
    ['wait', 1],
    ['size'],
    ['dead'],
    ['revive', 'a'],
  ];
  const answers = await evaluate(play, { options: { ...options, maxAttempts: 1 }, steps });
  expect(answers.slice(-4)).toEqual([2, 1, [{ id: 'a', payload: 1 }], true]);
});

test('hands out first what has been ready the longest', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 1],
    ['add', 'b', 1],
    ['receive', 'x'],
    ['receive', 'y'],
    ['fail', 'y'], // ready again at 1000
    ['wait', 500],
    ['add', 'c', 1], // ready at 500
    ['wait', 30_000], // a ready at 30,000
    ['add', 'd', 1],
    ['receive'],
    ['receive'],
    ['receive'],
    ['receive'],
  ];
  const answers = await evaluate(play, { options, steps });
  expect(answers.slice(-4)).toEqual([
    ['c', 1],
    ['b', 2],
    ['a', 2],
    ['d', 1],
  ]);
});

test('prefers what was added first when two become ready at the same moment', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 1],
    ['receive', 'x'],
    ['add', 'b', 1],
    ['fail', 'x'],
    ['receive', 'y'],
    ['fail', 'y'],
    ['wait', 1000],
    ['add', 'c', 1],
    ['receive'],
    ['receive'],
    ['receive'],
  ];
  const answers = await evaluate(play, { options, steps });
  expect(answers.slice(-3)).toEqual([
    ['a', 2],
    ['b', 2],
    ['c', 1],
  ]);
});

test('lists the dead in the order in which they died', async ({ evaluate }) => {
  const steps = [
    ['add', 'a', 1],
    ['add', 'b', 2],
    ['add', 'c', 3],
    ['receive', 'a'], // runs out at 30,000
    ['wait', 10],
    ['receive', 'b'], // runs out at 30,010
    ['receive', 'c'],
    ['wait', 10],
    ['fail', 'c'],
    ['wait', 60_000],
    ['dead'],
  ];
  const answers = await evaluate(play, { options: { ...options, maxAttempts: 1 }, steps });
  expect((answers.at(-1) as { id: string }[]).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('never gives two deliveries the same receipt', async ({ evaluate }) => {
  const count = await evaluate(({ createQueue }) => {
    const queue = createQueue({ visibilityMs: 1000, maxAttempts: 100, backoffMs: 0 });
    const receipts = new Set<string>();
    for (let round = 0; round < 20; round++) {
      for (const id of ['a', 'b', 'a1']) queue.add(id, round);
      for (let job = queue.receive(); job !== null && receipts.size % 3 !== 2; job = queue.receive())
        receipts.add(job.receipt);
      const job = queue.receive();
      if (job) queue[round % 2 ? 'fail' : 'ack'](job.receipt);
    }
    const all: string[] = [];
    const other = createQueue({ visibilityMs: 1000, maxAttempts: 100, backoffMs: 0 });
    for (let i = 0; i < 50; i++) {
      other.add('a', i);
      const { receipt } = other.receive();
      all.push(receipt);
      other[i % 3 ? 'fail' : 'ack'](receipt);
    }
    return [all.length, new Set(all).size];
  });
  expect(count).toEqual([50, 50]);
});

// Workers that finish in time, late, or never, on jobs of which some always fail.
const shift = async ({ createQueue }, seed) => {
  let state = seed;
  const random = (below: number) => Math.floor(((state = (state * 48271) % 2147483647) / 2147483647) * below);
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const queue = createQueue({ visibilityMs: 100, maxAttempts: 4, backoffMs: 50 });
  const jobs = 150;
  for (let i = 0; i < jobs; i++) queue.add(`job-${i}`, i % 10 === 0 ? 'poison' : 'mail');
  const holders = new Map<string, number>();
  const acknowledged = new Map<string, number>();
  let twoAtOnce = 0;
  async function worker() {
    for (let idle = 0; idle < 40;) {
      const job = queue.receive();
      if (job === null) {
        idle++;
        await sleep(25);
        continue;
      }
      const goodUntil = holders.get(job.id) ?? 0;
      if (Date.now() < goodUntil) twoAtOnce++;
      holders.set(job.id, Date.now() + 100);
      const fate = random(10);
      await sleep(fate < 7 ? 5 + random(60) : 60 + random(120));
      if (fate === 9) continue; // died
      const done = job.payload === 'poison' ? queue.fail(job.receipt) : queue.ack(job.receipt);
      if (done) holders.set(job.id, 0);
      if (done && job.payload !== 'poison') acknowledged.set(job.id, (acknowledged.get(job.id) ?? 0) + 1);
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker));
  const dead = queue.dead().map(({ id }) => id);
  const lost = Array.from({ length: jobs }, (_, i) => `job-${i}`).filter(
    (id) => !acknowledged.has(id) && !dead.includes(id),
  );
  const both = dead.filter((id: string) => acknowledged.has(id));
  const twice = [...acknowledged.values()].filter((times) => times > 1).length;
  return {
    left: queue.size(),
    lost,
    both,
    twice,
    twoAtOnce,
    poisonDead: dead.filter((id: string) => id.endsWith('0')).length,
  };
};

test('loses no job and gives none to two, whatever workers do', async ({ evaluate, random }) => {
  expect(await evaluate(shift, random.int(1, 1e9))).toEqual({
    left: 0,
    lost: [],
    both: [],
    twice: 0,
    twoAtOnce: 0,
    poisonDead: 15,
  });
});

test('works off 40,000 jobs in time while 20,000 wait', async ({ evaluate }) => {
  const seen = await evaluate(({ createQueue }) => {
    const queue = createQueue({ visibilityMs: 1000, maxAttempts: 3, backoffMs: 10 });
    for (let i = 0; i < 20_000; i++) queue.add(`job-${i}`, i);
    let inOrder = 0;
    for (let i = 0; i < 40_000; i++) {
      const job = queue.receive();
      if (job.id === `job-${i}` && queue.ack(job.receipt)) inOrder++;
      queue.add(`job-${20_000 + i}`, i);
    }
    return [inOrder, queue.size()];
  });
  expect(seen).toEqual([40_000, 20_000]);
});

test('agrees with the reference on random steps', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 4; round++) {
    const steps = Array.from({ length: 200 }, () => {
      const worker = random.pick(['u', 'v', 'w', 'x']);
      const kind = random.int(0, 11);
      if (kind < 3) return ['add', `job-${random.int(1, 12)}`, kind];
      if (kind < 6) return ['receive', worker];
      if (kind === 6) return ['ack', worker];
      if (kind === 7) return ['fail', worker];
      if (kind === 8) return ['extend', worker];
      if (kind === 9) return random.bool() ? ['size'] : ['revive', `job-${random.int(1, 12)}`];
      return ['wait', random.pick([1, 7, 20, 40, 100])];
    });
    const input = { options: { visibilityMs: 100, maxAttempts: 3, backoffMs: 20 }, steps };
    expect(await evaluate(play, input)).toEqual(await reference.evaluate(play, input));
  }
});
