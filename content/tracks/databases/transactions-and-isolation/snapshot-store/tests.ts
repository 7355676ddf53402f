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

test('answers as in the example', async ({ evaluate }) => {
  const steps = ['a begin', 'b begin', 'a set stock 4', 'a commit', 'b get stock', 'b set stock 9', 'b commit'];
  expect(await evaluate(play, [...steps, 'c begin', 'c get stock'])).toEqual([true, null, false, '4']);
});

test('sees its own writes, and nobody else does before the commit', async ({ evaluate }) => {
  const begin = ['s begin', 's set k 0', 's commit', 'a begin'];
  const steps = ['a set k 1', 'a get k', 'a delete k', 'a get k', 'a set k 2', 'a get k'];
  const others = ['b begin', 'b get k', 'a commit', 'b get k', 'c begin', 'c get k'];
  const seen = await evaluate(play, [...begin, ...steps, ...others]);
  expect(seen).toEqual([true, '1', null, '2', '0', true, '0', '2']);
});

test('stands still while others commit, again and again', async ({ evaluate }) => {
  const steps = ['s begin', 's set a 0', 's set b 0', 's commit', 'old begin'];
  for (let i = 1; i <= 3; i++) {
    steps.push(`w${i} begin`, `w${i} set a ${i}`, `w${i} delete b`, `w${i} commit`, 'old get a', 'old get b');
  }
  steps.push('new begin', 'new get a', 'new get b');
  expect(await evaluate(play, steps)).toEqual([true, true, '0', '0', true, '0', '0', true, '0', '0', '3', null]);
});

test('changes nothing at all when the commit is refused', async ({ evaluate }) => {
  const steps = ['a begin', 'b begin', 'b set x b', 'b set y b', 'b set z b', 'a set y a', 'a commit', 'b commit'];
  expect(await evaluate(play, [...steps, 'c begin', 'c get x', 'c get y', 'c get z'])).toEqual([
    true,
    false,
    null,
    'a',
    null,
  ]);
});

test('refuses whoever writes what was deleted since', async ({ evaluate }) => {
  const begin = ['s begin', 's set k 1', 's commit', 'a begin', 'b begin', 'c begin'];
  const steps = [...begin, 'a delete k', 'a commit', 'b set k 2', 'b commit', 'c delete k', 'c commit'];
  expect(await evaluate(play, [...steps, 'd begin', 'd get k'])).toEqual([true, true, false, false, null]);
});

test('lets those commit who have only read what changed', async ({ evaluate }) => {
  const begin = ['s begin', 's set ann on', 's set bob on', 's commit', 'a begin', 'b begin'];
  const read = ['a get ann', 'a get bob', 'b get ann', 'b get bob'];
  const write = ['a set ann off', 'b set bob off', 'a commit', 'b commit', 'c begin', 'c get ann', 'c get bob'];
  expect(await evaluate(play, [...begin, ...read, ...write])).toEqual([
    true,
    'on',
    'on',
    'on',
    'on',
    true,
    true,
    'off',
    'off',
  ]);
});

test('refuses every method of a transaction that has ended', async ({ evaluate }) => {
  const after = (name: string) =>
    ['get k', 'set k 2', 'delete k', 'commit', 'rollback'].map((rest) => `${name} ${rest}`);
  const refused = Array(5).fill('refused');
  expect(await evaluate(play, ['a begin', 'a set k 1', 'a commit', ...after('a')])).toEqual([true, ...refused]);
  expect(await evaluate(play, ['a begin', 'a set k 1', 'a rollback', ...after('a')])).toEqual(refused);
});
