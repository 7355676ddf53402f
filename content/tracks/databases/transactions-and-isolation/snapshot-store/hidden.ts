/** Plays steps such as "t begin", "t get a", "t set a 1", "t delete a", "t commit", and lists what get and commit gave. */
const play = {
  ts: ({ createStore }, steps) => {
    const store = createStore();
    const open = {};
    const seen: unknown[] = [];
    for (const step of steps) {
      const [name, action, ...rest] = step.split(' ');
      if (action === 'begin') {
        open[name] = store.begin();
        continue;
      }
      try {
        const answer = open[name][action](...rest);
        if (action === 'get' || action === 'commit') seen.push(answer === undefined ? 'undefined' : answer);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        seen.push('refused');
      }
    }
    return seen;
  },
  py: `
    def drive(solution, steps):
        store = solution.create_store()
        open_ones, seen = {}, []
        for step in steps:
            name, action, *rest = step.split(" ")
            if action == "begin":
                open_ones[name] = store.begin()
                continue
            method = getattr(open_ones[name], action)
            try:
                answer = method(*rest)
            except (AttributeError, TypeError, KeyError, NameError):
                raise
            except Exception:
                seen.append("refused")
                continue
            if action in ("get", "commit"):
                seen.append(answer)
        return seen
  `,
};

test('leaves nothing of what was rolled back', async ({ evaluate }) => {
  const steps = ['a begin', 'b begin', 'a set k 1', 'a rollback', 'b get k', 'b set k 2', 'b commit'];
  expect(await evaluate(play, [...steps, 'c begin', 'c get k'])).toEqual([null, true, '2']);
});

test('notices a change that was set back', async ({ evaluate }) => {
  const begin = ['s begin', 's set k 1', 's commit', 'old begin', 'old get k'];
  const there = ['a begin', 'a set k 2', 'a commit'];
  const back = ['b begin', 'b set k 1', 'b commit'];
  expect(await evaluate(play, [...begin, ...there, ...back, 'old set k 3', 'old commit'])).toEqual([
    true,
    '1',
    true,
    true,
    false,
  ]);
});

test('notices a key that came and went', async ({ evaluate }) => {
  const steps = ['old begin', 'a begin', 'a set k 1', 'a commit', 'b begin', 'b delete k', 'b commit'];
  expect(await evaluate(play, [...steps, 'old get k', 'old set k 2', 'old commit'])).toEqual([true, true, null, false]);
});

test('counts the deletion of what is not there as a write', async ({ evaluate }) => {
  const steps = ['a begin', 'b begin', 'a delete k', 'a commit', 'b set k 1', 'b commit', 'c begin', 'c get k'];
  expect(await evaluate(play, steps)).toEqual([true, false, null]);
});

test('ends a transaction also when its commit is refused', async ({ evaluate }) => {
  const steps = ['a begin', 'b begin', 'a set k 1', 'a commit', 'b set k 2', 'b commit', 'b commit', 'b get k'];
  expect(await evaluate(play, steps)).toEqual([true, false, 'refused', 'refused']);
});

test('keeps an empty text', async ({ evaluate }) => {
  expect(await evaluate(play, ['a begin', 'a set k ', 'a get k', 'a commit', 'b begin', 'b get k'])).toEqual([
    '',
    true,
    '',
  ]);
});

test('looks only at what was committed after it began', async ({ evaluate }) => {
  const early = ['a begin', 'a set k 1', 'b begin', 'b set j 1', 'b commit', 'a commit'];
  expect(await evaluate(play, [...early, 'c begin', 'c get k', 'c set k 2', 'c commit'])).toEqual([
    true,
    true,
    '1',
    true,
  ]);
});

test('agrees with the reference on random transactions', async ({ evaluate, reference, random }) => {
  for (let round = 0; round < 15; round++) {
    const steps: string[] = [];
    const open: string[] = [];
    for (let i = 0; i < 120; i++) {
      if (open.length === 0 || (open.length < 5 && random.int(0, 3) === 0)) {
        open.push(`t${i}`);
        steps.push(`t${i} begin`);
        continue;
      }
      const name = random.pick(open);
      const key = random.pick(['a', 'b', 'c', 'd', 'e']);
      const action = random.pick(['get', 'get', 'get', 'set', 'set', 'delete', 'commit', 'rollback']);
      const ends = action === 'commit' || action === 'rollback';
      steps.push(ends ? `${name} ${action}` : `${name} ${action} ${key}${action === 'set' ? ` v${i}` : ''}`);
      if (ends) open.splice(open.indexOf(name), 1);
    }
    const seen = await evaluate(play, steps);
    expect({ steps, seen }).toEqual({ steps, seen: await reference.evaluate(play, steps) });
  }
});
