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

test('runs at most as many as there are places', async ({ evaluate }) => {
  const { results, most } = await evaluate(play, { concurrency: 2, maxWaiting: 10, submissions: [{}, {}, {}, {}, {}] });
  expect(most).toBe(2);
  expect(results).toEqual([
    [0, 'done', 100],
    [0, 'done', 100],
    [100, 'done', 200],
    [100, 'done', 200],
    [200, 'done', 300],
  ]);
});

test('starts work at once where a place is free', async ({ evaluate }) => {
  const order = await evaluate(async ({ createShedder }) => {
    const order: string[] = [];
    const promise = createShedder({ concurrency: 1, maxWaiting: 1 }).submit(
      async () => {
        order.push('work');
        return 'done';
      },
      { priority: 0, startBy: Date.now() + 1000 },
    );
    order.push('after submit');
    return [...order, await promise];
  });
  expect(order).toEqual(['work', 'after submit', 'done']);
});

test('starts the most important first, and equal ones in their order', async ({ evaluate }) => {
  const submissions = [{}, { priority: 1 }, { priority: 5 }, { priority: 1 }, { priority: 5 }];
  const { results } = await evaluate(play, { concurrency: 1, maxWaiting: 10, submissions });
  expect(results.map(([started]) => started)).toEqual([0, 300, 100, 400, 200]);
});

test('refuses the least important when too many wait, the newest of these', async ({ evaluate }) => {
  const submissions = [
    {},
    { priority: 2 },
    { priority: 1 },
    { priority: 1 },
    { priority: 3, atMs: 10 },
    { priority: 1, atMs: 20 },
    { priority: 2, atMs: 30 },
  ];
  const { results } = await evaluate(play, { concurrency: 1, maxWaiting: 3, submissions });
  expect(results.map(([, how, ms]) => `${how} ${ms}`)).toEqual([
    'done 100',
    'done 300',
    'shed 30',
    'shed 10',
    'done 200',
    'shed 20',
    'done 400',
  ]);
});

test('refuses what waits when its time is over, and makes room', async ({ evaluate }) => {
  const submissions = [{ workMs: 500 }, { startByMs: 200 }, { atMs: 150 }, { atMs: 250, workMs: 10 }];
  const { results } = await evaluate(play, { concurrency: 1, maxWaiting: 1, submissions });
  expect(results).toEqual([
    [0, 'done', 500],
    [null, 'shed', 200],
    [null, 'shed', 150],
    [500, 'done', 510],
  ]);
});

test('refuses at once what is too late already', async ({ evaluate }) => {
  const submissions = [
    { atMs: 50, startByMs: 50 },
    { atMs: 60, startByMs: 10 },
  ];
  const { results } = await evaluate(play, { concurrency: 1, maxWaiting: 1, submissions });
  expect(results).toEqual([
    [null, 'shed', 50],
    [null, 'shed', 60],
  ]);
});

test('does not interrupt what runs', async ({ evaluate }) => {
  const { results } = await evaluate(play, { concurrency: 1, maxWaiting: 1, submissions: [{ startByMs: 30 }] });
  expect(results).toEqual([[0, 'done', 100]]);
});

test('frees the place of work that rejects or throws', async ({ evaluate }) => {
  const submissions: Submission[] = [{ fails: 'rejects' }, { fails: 'throws' }, { fails: 'throws' }, {}];
  const { results } = await evaluate(play, { concurrency: 1, maxWaiting: 10, submissions });
  expect(results).toEqual([
    [0, 'rejected', 100],
    [100, 'threw', 100],
    [100, 'threw', 100],
    [100, 'done', 200],
  ]);
});
