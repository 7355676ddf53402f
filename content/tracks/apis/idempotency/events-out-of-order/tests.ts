type Event = { entity: string; version: number; change?: Record<string, unknown>; state?: Record<string, unknown> };

/** Applies the events. A text among them is an entity to be read. Lists what each step gave. */
const play = {
  ts: ({ createProjection }, maxWaiting, steps) => {
    const projection = createProjection(maxWaiting);
    return steps.map((step) =>
      JSON.parse(JSON.stringify((typeof step === 'string' ? projection.read(step) : projection.apply(step)) ?? null)),
    );
  },
  py: `
    def drive(solution, max_waiting, steps):
        import copy
        projection = solution.create_projection(max_waiting)
        return [
            copy.deepcopy(projection.read(step)) if isinstance(step, str) else projection.apply(step) for step in steps
        ]
  `,
};

const change = (version: number, fields: Record<string, unknown>, entity = 'book:7'): Event => ({
  entity,
  version,
  change: fields,
});
const whole = (version: number, fields: Record<string, unknown>, entity = 'book:7'): Event => ({
  entity,
  version,
  state: fields,
});

test('answers as in the example', async ({ evaluate }) => {
  const steps = [
    change(1, { title: 'Slow Queries', price: 30 }),
    change(3, { price: 20 }),
    'book:7',
    change(2, { price: 25, stock: 4 }),
    'book:7',
  ];
  expect(await evaluate(play, 10, steps)).toEqual([
    'applied',
    'waiting',
    { version: 1, state: { title: 'Slow Queries', price: 30 } },
    'applied',
    { version: 3, state: { title: 'Slow Queries', price: 20, stock: 4 } },
  ]);
});

test('applies each change once', async ({ evaluate }) => {
  const steps = [change(1, { a: 1 }), change(1, { a: 1 }), change(2, { a: 2 }), change(1, { a: 1 }), 'book:7'];
  const seen = await evaluate(play, 10, steps);
  expect(seen).toEqual(['applied', 'duplicate', 'applied', 'duplicate', { version: 2, state: { a: 2 } }]);
});

test('knows a change that waits already', async ({ evaluate }) => {
  const steps = [change(3, { a: 3 }), change(2, { a: 2 }), change(3, { a: 3 }), change(1, { b: 1 }), 'book:7'];
  const seen = await evaluate(play, 10, steps);
  expect(seen).toEqual(['waiting', 'waiting', 'duplicate', 'applied', { version: 3, state: { a: 3, b: 1 } }]);
});

test('applies a whole state over a gap, and what waits behind it', async ({ evaluate }) => {
  const steps = [
    change(1, { a: 1, old: true }),
    change(3, { a: 3 }),
    change(6, { a: 6 }),
    change(9, { a: 9 }),
    whole(5, { a: 5, b: 5 }),
    'book:7',
    change(3, { a: 3 }),
    change(4, { a: 4 }),
  ];
  expect((await evaluate(play, 10, steps)).slice(4)).toEqual([
    'applied',
    { version: 6, state: { a: 6, b: 5 } },
    'duplicate',
    'duplicate',
  ]);
});

test('takes a whole state that is not newer for a duplicate', async ({ evaluate }) => {
  const steps = [whole(4, { a: 4 }), whole(4, { a: 0 }), whole(2, { a: 2 }), 'book:7'];
  expect(await evaluate(play, 10, steps)).toEqual([
    'applied',
    'duplicate',
    'duplicate',
    { version: 4, state: { a: 4 } },
  ]);
});

test('refuses what is too early when enough wait, and never the next', async ({ evaluate }) => {
  const steps = [
    change(3, { a: 3 }),
    change(4, { a: 4 }),
    change(2, { a: 2 }),
    change(3, { a: 3 }),
    change(1, { a: 1 }),
  ];
  const seen = await evaluate(play, 2, [...steps, 'book:7', change(2, { a: 2 }), 'book:7', change(6, {})]);
  expect(seen).toEqual([
    'waiting',
    'waiting',
    'refused',
    'duplicate',
    'applied',
    { version: 1, state: { a: 1 } },
    'applied',
    { version: 4, state: { a: 4 } },
    'waiting',
  ]);
});

test('keeps entities apart', async ({ evaluate }) => {
  const steps = [change(2, { a: 2 }, 'x'), change(2, { a: 9 }, 'y'), change(1, { b: 1 }, 'y'), 'x', 'y', 'z'];
  expect(await evaluate(play, 1, steps)).toEqual([
    'waiting',
    'waiting',
    'applied',
    { version: 0, state: {} },
    { version: 2, state: { a: 9, b: 1 } },
    { version: 0, state: {} },
  ]);
});
