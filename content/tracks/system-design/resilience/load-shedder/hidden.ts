// Submissions are { atMs, workMs, priority, startByMs, fails }, all times counted from the beginning. Returns for each
// when it started (null: never), how it ended and when, and the most that ran at a time.
type Submission = {
  atMs?: number;
  workMs?: number;
  priority?: number;
  startByMs?: number;
  fails?: 'rejects' | 'throws';
};
type Input = { concurrency: number; maxWaiting: number; submissions: Submission[] };
const play = async ({ createShedder }, { concurrency, maxWaiting, submissions }: Input) => {
  const began = Date.now();
  const shedder = createShedder({ concurrency, maxWaiting });
  let running = 0;
  let most = 0;
  const one = async ({ atMs = 0, workMs = 100, priority = 0, startByMs = 1e6, fails }: Submission) => {
    if (atMs > 0) await new Promise((resolve) => setTimeout(resolve, atMs));
    let started: number | null = null;
    let how: string;
    const work = () => {
      started = Date.now() - began;
      if (fails === 'throws') throw new Error('threw');
      most = Math.max(most, ++running);
      return new Promise((resolve, reject) =>
        setTimeout(() => {
          running--;
          if (fails === 'rejects') reject(new Error('rejected'));
          else resolve('done');
        }, workMs),
      );
    };
    try {
      how = await shedder.submit(work, { priority, startBy: began + startByMs });
    } catch (error) {
      how = (error as Error).name === 'ShedError' ? 'shed' : (error as Error).message;
    }
    return [started, how, Date.now() - began];
  };
  return { results: await Promise.all(submissions.map(one)), most };
};

// 1,000 requests a second for five seconds, on four places of 10 ms each; every fifth is important.
const evening = async ({ createShedder }, offset) => {
  const shedder = createShedder({ concurrency: 4, maxWaiting: 24 });
  const began = Date.now();
  const seen = { useful: 0, tooLate: 0, importantRefused: 0 };
  const pending: Promise<void>[] = [];
  for (let i = 0; i < 5000; i++) {
    const giveUpAt = Date.now() + 100;
    const important = (i + offset) % 5 === 0;
    const work = () => new Promise((resolve) => setTimeout(resolve, 10));
    pending.push(
      shedder.submit(work, { priority: important ? 1 : 0, startBy: giveUpAt - 10 }).then(
        () => void (Date.now() <= giveUpAt ? seen.useful++ : seen.tooLate++),
        () => void (important && seen.importantRefused++),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  return { ...seen, ms: Date.now() - began };
};

test('keeps useful throughput at the capacity under two and a half times the load', async ({ evaluate, random }) => {
  const seen = await evaluate(evening, random.int(0, 4));
  expect(seen.tooLate).toBe(0);
  expect(seen.importantRefused).toBe(0);
  expect(seen.useful, 'of 2,000 that four places can do in five seconds').toBeGreaterThanOrEqual(1990);
});

test('works without a queue', async ({ evaluate }) => {
  const submissions = [{}, {}, { atMs: 100 }, { atMs: 150 }];
  const { results } = await evaluate(play, { concurrency: 1, maxWaiting: 0, submissions });
  expect(results.map(([, how]) => how)).toEqual(['done', 'shed', 'done', 'shed']);
});

test('never starts what was refused', async ({ evaluate }) => {
  const submissions = [
    { workMs: 300 },
    { startByMs: 100 },
    { priority: -1, atMs: 10 },
    { atMs: 20, priority: 1 },
    { atMs: 30, priority: 1 },
  ];
  const { results } = await evaluate(play, { concurrency: 1, maxWaiting: 2, submissions });
  expect(results.map(([started, how]) => [started, how])).toEqual([
    [0, 'done'],
    [null, 'shed'],
    [null, 'shed'],
    [300, 'done'],
    [400, 'done'],
  ]);
});

test('a place that becomes free is not taken twice', async ({ evaluate }) => {
  const submissions = Array.from({ length: 40 }, (_, i) => ({
    atMs: i * 7,
    workMs: 20 + (i % 3) * 10,
    priority: i % 4,
  }));
  const { most, results } = await evaluate(play, { concurrency: 3, maxWaiting: 50, submissions });
  expect(most).toBe(3);
  expect(results.every(([, how]) => how === 'done')).toBe(true);
});

test('agrees with the reference on random submissions', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 6; round++) {
    // Submissions come at multiples of 10,000, deadlines 5,000 after one, and the ends of work at 1 to 1830 after one, the
    // sum of different indices. So no two events coincide, whatever follows on what.
    const submissions = Array.from({ length: 60 }, (_, i): Submission => {
      const atMs = random.int(0, 40) * 1_000_000 + i * 10_000;
      return {
        atMs,
        workMs: random.int(1, 9) * 1_000_000 + i + 1,
        priority: random.int(0, 3),
        startByMs: atMs + random.int(1, 12) * 1_000_000 + 505_000,
        fails: random.pick([undefined, undefined, undefined, 'rejects', 'throws']),
      };
    });
    const input = { concurrency: random.int(1, 3), maxWaiting: random.int(0, 6), submissions };
    expect((await evaluate(play, input)).results).toEqual((await reference.evaluate(play, input)).results);
  }
});
