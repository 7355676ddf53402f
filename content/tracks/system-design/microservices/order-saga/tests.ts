// Steps are { name, rejects: how often run rejects, afterEffect: it had its effect all the same, undoRejects, retry, final }.
// The process dies at the point `dieAt` (a number of a call or an append; with .5 after its effect) and is started again.
// Returns how it ended, what is in effect, the log, and everything that was called, with the time.
type StepInput = {
  name: string;
  rejects?: number;
  afterEffect?: boolean;
  undoRejects?: number;
  retry?: boolean;
  final?: boolean;
};
type Input = { steps: StepInput[]; log?: { step: string; event: string }[]; dieAt?: number[]; inEffect?: string[] };
const play = async ({ runSaga }, { steps, log = [], dieAt = [], inEffect = [] }: Input) => {
  const began = Date.now();
  const entries = [...log];
  const effects = new Set<string>(inEffect);
  const calls: string[] = [];
  const never = new Promise<never>(() => {});
  const tick = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  let point = 0;
  let deaths = 0;
  const left = new Map(steps.map(({ name, rejects = 0, undoRejects = 0 }) => [name, { rejects, undoRejects }]));

  for (;;) {
    let dead = false;
    let die = (_: string) => {};
    const death = new Promise<string>((resolve) => (die = resolve));
    const world = async (act: () => unknown) => {
      if (dead) return never;
      const mine = point++;
      await tick(5);
      const dies = (at: number) => {
        if (dieAt[deaths] !== at) return false;
        dead = true;
        deaths++;
        die('died');
        return true;
      };
      if (dead || dies(mine)) return never;
      try {
        return act();
      } finally {
        if (dies(mine + 0.5)) await never;
      }
    };
    const made = steps.map(({ name, afterEffect, retry, final }) => ({
      name,
      ...(retry === undefined ? {} : { retry }),
      run: (key: string) =>
        world(() => {
          calls.push(`run ${key} at ${Date.now() - began}`);
          const fails = left.get(name)!.rejects-- > 0;
          if (!fails || afterEffect) effects.add(name);
          if (fails) throw new Error('refused');
        }),
      ...(final
        ? {}
        : {
            compensate: (key: string) =>
              world(() => {
                calls.push(`undo ${key} at ${Date.now() - began}`);
                if (left.get(name)!.undoRejects-- > 0) throw new Error('not now');
                effects.delete(name);
              }),
          }),
    }));
    const store = {
      read: async () => entries.map((entry) => ({ ...entry })),
      append: (entry) => world(() => void entries.push({ ...entry })),
    };
    const how = await Promise.race([runSaga('order-71', made, store, 1000), death]);
    if (how === 'died') continue;
    return {
      how,
      effects: [...effects],
      log: entries.map(({ step, event }) => `${step} ${event}`),
      calls,
      points: point,
    };
  }
};

test('runs the steps in order, with a key and an entry for each', async ({ evaluate }) => {
  const { how, effects, log, calls } = await evaluate(play, {
    steps: [{ name: 'books' }, { name: 'payment' }, { name: 'courier' }],
  });
  expect({ how, effects, log, calls }).toEqual({
    how: 'done',
    effects: ['books', 'payment', 'courier'],
    log: ['books done', 'payment done', 'courier done'],
    calls: ['run order-71/books at 5', 'run order-71/payment at 15', 'run order-71/courier at 25'],
  });
});

test('undoes backwards, beginning with the step that failed', async ({ evaluate }) => {
  const steps = [
    { name: 'books' },
    { name: 'payment' },
    { name: 'courier', rejects: 1, afterEffect: true },
    { name: 'mail' },
  ];
  const { how, effects, log, calls } = await evaluate(play, { steps });
  expect(log).toEqual([
    'books done',
    'payment done',
    'courier failed',
    'courier undone',
    'payment undone',
    'books undone',
  ]);
  expect(calls.slice(3).map((call) => call.split(' at ')[0])).toEqual([
    'undo order-71/courier',
    'undo order-71/payment',
    'undo order-71/books',
  ]);
  expect({ how, effects }).toEqual({ how: 'undone', effects: [] });
});

test('passes over steps without a compensation', async ({ evaluate }) => {
  const steps = [{ name: 'books' }, { name: 'check', final: true }, { name: 'payment', rejects: 1 }];
  const { how, log } = await evaluate(play, { steps });
  expect(how).toBe('undone');
  expect(log).toEqual(['books done', 'check done', 'payment failed', 'payment undone', 'books undone']);
});

test('repeats a compensation until it succeeds', async ({ evaluate }) => {
  const steps = [
    { name: 'books', undoRejects: 2 },
    { name: 'payment', rejects: 1 },
  ];
  const { how, effects, calls } = await evaluate(play, { steps });
  expect({ how, effects }).toEqual({ how: 'undone', effects: [] });
  expect(calls.slice(3)).toEqual([
    'undo order-71/books at 35',
    'undo order-71/books at 1040',
    'undo order-71/books at 2045',
  ]);
});

test('repeats a step with retry until it succeeds', async ({ evaluate }) => {
  const steps = [{ name: 'books' }, { name: 'mail', rejects: 2, retry: true, final: true }];
  const { how, log, calls } = await evaluate(play, { steps });
  expect(how).toBe('done');
  expect(log).toEqual(['books done', 'mail done']);
  expect(calls.slice(1)).toEqual(['run order-71/mail at 15', 'run order-71/mail at 1020', 'run order-71/mail at 2025']);
});

test('goes on after what is done', async ({ evaluate }) => {
  const steps = [{ name: 'books' }, { name: 'payment' }];
  const { how, calls } = await evaluate(play, { steps, log: [{ step: 'books', event: 'done' }], inEffect: ['books'] });
  expect(how).toBe('done');
  expect(calls).toEqual(['run order-71/payment at 5']);
});

test('goes on undoing after a failure that is logged', async ({ evaluate }) => {
  const log = ['books done', 'payment done', 'courier failed', 'courier undone'].map((text) => {
    const [step, event] = text.split(' ');
    return { step: step!, event: event! };
  });
  const steps = [{ name: 'books' }, { name: 'payment' }, { name: 'courier' }];
  const { how, effects, calls } = await evaluate(play, { steps, log, inEffect: ['books', 'payment'] });
  expect({ how, effects }).toEqual({ how: 'undone', effects: [] });
  expect(calls).toEqual(['undo order-71/payment at 5', 'undo order-71/books at 15']);
});
