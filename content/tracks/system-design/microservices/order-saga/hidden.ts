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

const name = (call: string) => call.split(' at ')[0]!;

test('ends with all or nothing after a crash at any point', async ({ evaluate }) => {
  for (const steps of [
    [{ name: 'books' }, { name: 'payment' }, { name: 'mail', rejects: 1, retry: true, final: true }],
    [{ name: 'books', undoRejects: 1 }, { name: 'payment' }, { name: 'courier', rejects: 9, afterEffect: true }],
  ]) {
    const whole = await evaluate(play, { steps });
    for (let point = 0; point < whole.points; point++) {
      for (const dieAt of [point, point + 0.5]) {
        const { how, effects, log, calls } = await evaluate(play, { steps, dieAt: [dieAt] });
        expect({ dieAt, how, effects, log }).toEqual({ dieAt, how: whole.how, effects: whole.effects, log: whole.log });
        expect(calls.length - whole.calls.length, `calls more than without the crash at ${dieAt}`).toBeLessThanOrEqual(
          1,
        );
      }
    }
  }
});

test('stays undone when the failed step would work after the restart', async ({ evaluate }) => {
  // Points: books 0, entry 1, payment 2, its failure 3, undo payment 4. After the crash payment would succeed.
  const steps = [{ name: 'books' }, { name: 'payment', rejects: 1 }];
  const { how, effects, log } = await evaluate(play, { steps, dieAt: [4] });
  expect({ how, effects }).toEqual({ how: 'undone', effects: [] });
  expect(log).toEqual(['books done', 'payment failed', 'payment undone', 'books undone']);
});

test('survives several crashes in a row', async ({ evaluate, random }) => {
  for (let round = 0; round < 15; round++) {
    const fails = random.bool();
    const steps = [
      { name: 'a' },
      { name: 'b', undoRejects: random.int(0, 1) },
      { name: 'c', rejects: fails ? 99 : 0 },
      { name: 'd' },
    ];
    const dieAt: number[] = [];
    for (let at = random.int(0, 3); dieAt.length < 3; at += random.int(1, 4))
      dieAt.push(at + (random.bool() ? 0.5 : 0));
    const { how, effects } = await evaluate(play, { steps, dieAt });
    expect({ how, effects }).toEqual(
      fails ? { how: 'undone', effects: [] } : { how: 'done', effects: ['a', 'b', 'c', 'd'] },
    );
  }
});

test('does nothing for a saga that has ended', async ({ evaluate }) => {
  const steps = [{ name: 'books' }, { name: 'payment' }];
  const first = await evaluate(play, { steps, log: steps.map(({ name }) => ({ step: name, event: 'done' })) });
  expect([first.how, first.calls]).toEqual(['done', []]);
  const log = [
    { step: 'books', event: 'failed' },
    { step: 'books', event: 'undone' },
  ];
  const second = await evaluate(play, { steps, log });
  expect([second.how, second.calls]).toEqual(['undone', []]);
});

test('rejects when the log does, and does nothing more', async ({ evaluate }) => {
  const seen = await evaluate(async ({ runSaga }) => {
    const calls: string[] = [];
    const steps = ['books', 'payment'].map((name) => ({
      name,
      run: async () => void calls.push(`run ${name}`),
      compensate: async () => void calls.push(`undo ${name}`),
    }));
    const log = { read: async () => [], append: () => Promise.reject(new Error('disk full')) };
    const end = await runSaga('order-71', steps, log, 10).then(String, (error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return [end, ...calls];
  });
  expect(seen).toEqual(['disk full', 'run books']);
});

test('agrees with the reference on random sagas', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 12; round++) {
    const steps = ['a', 'b', 'c', 'd', 'e'].slice(0, random.int(1, 5)).map((name): StepInput => {
      const retry = random.int(0, 3) === 0;
      return {
        name,
        retry,
        rejects: random.pick([0, 0, 0, 1]),
        afterEffect: random.bool(),
        undoRejects: random.int(0, 1),
        final: random.int(0, 3) === 0,
      };
    });
    const mine = await evaluate(play, { steps });
    const theirs = await reference.evaluate(play, { steps });
    expect({ ...mine, calls: mine.calls.map(name) }).toEqual({ ...theirs, calls: theirs.calls.map(name) });
  }
});
