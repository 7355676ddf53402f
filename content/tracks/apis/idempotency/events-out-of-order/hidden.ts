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

test('applies a whole state whose version waits as a change', async ({ evaluate }) => {
  const steps = [change(3, { a: 'change' }), change(4, { b: 4 }), whole(3, { a: 'whole' }), 'book:7', change(3, {})];
  expect(await evaluate(play, 10, steps)).toEqual([
    'waiting',
    'waiting',
    'applied',
    { version: 4, state: { a: 'whole', b: 4 } },
    'duplicate',
  ]);
});

test('gives places back that a whole state has overtaken', async ({ evaluate }) => {
  const steps = [change(3, {}), change(5, {}), whole(6, {}), change(8, { a: 8 }), change(9, { a: 9 }), change(10, {})];
  expect(await evaluate(play, 2, steps)).toEqual(['waiting', 'waiting', 'applied', 'waiting', 'waiting', 'refused']);
});

test('lets nothing wait where nothing may', async ({ evaluate }) => {
  const steps = [change(2, { a: 2 }), change(1, { a: 1 }), change(2, { a: 2 }), whole(9, { a: 9 }), 'book:7'];
  const seen = await evaluate(play, 0, steps);
  expect(seen).toEqual(['refused', 'applied', 'applied', 'applied', { version: 9, state: { a: 9 } }]);
});

test('applies a change of no fields, and one to null', async ({ evaluate }) => {
  const steps = [change(3, { a: null }), change(2, {}), change(1, { a: 0, b: '' }), 'book:7'];
  const seen = await evaluate(play, 9, steps);
  expect(seen).toEqual(['waiting', 'waiting', 'applied', { version: 3, state: { a: null, b: '' } }]);
});

test('does not change the events', async ({ evaluate }) => {
  const events = [whole(1, { a: 1 }), change(3, { a: 3, b: 3 }), change(2, { a: 2 }), change(4, { c: 4 })];
  const after = await evaluate(
    {
      ts: ({ createProjection }, list) => {
        const projection = createProjection(5);
        for (const event of list) projection.apply(event);
        return { list, read: projection.read('book:7') };
      },
      py: `
        def drive(solution, events):
            projection = solution.create_projection(5)
            for event in events:
                projection.apply(event)
            return {"list": events, "read": projection.read("book:7")}
      `,
    },
    events,
  );
  expect(after).toEqual({ list: events, read: { version: 4, state: { a: 3, b: 3, c: 4 } } });
});

test('agrees with the reference on a random stream', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 12; round++) {
    const events: Event[] = [];
    for (const entity of ['x', 'y']) {
      for (let version = 1; version <= 12; version++) {
        const fields = { [random.pick(['a', 'b', 'c'])]: `${entity}${version}` };
        if (random.int(0, 9) === 0) events.push(whole(version, fields, entity));
        else events.push(change(version, fields, entity));
      }
    }
    // Somewhat out of order, some twice, a few lost.
    const arrivals = [...events, ...events.filter(() => random.int(0, 2) === 0)]
      .filter(() => random.int(0, 19) > 0)
      .map((event) => ({ event, at: event.version + random.int(0, 6) }))
      .sort((a, b) => a.at - b.at)
      .map(({ event }) => event);
    const steps = arrivals.flatMap((event) => (random.bool() ? [event] : [event, event.entity]));
    const maxWaiting = random.int(0, 4);
    const seen = await evaluate(play, maxWaiting, [...steps, 'x', 'y']);
    expect({ maxWaiting, steps, seen }).toEqual({
      maxWaiting,
      steps,
      seen: await reference.evaluate(play, maxWaiting, [...steps, 'x', 'y']),
    });
  }
});
