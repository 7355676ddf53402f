test('compares with the empty text', async ({ call }) => {
  expect(await call('suggest', '', ['abc', 'ab', 'a'], 2)).toEqual(['a', 'ab']);
  expect(await call('suggest', 'a', [], 9)).toEqual([]);
});

test('wants the very word when no step is allowed', async ({ call }) => {
  expect(await call('suggest', 'plan', ['plans', 'plan', 'pan'], 0)).toEqual(['plan']);
});

test('combines steps of all kinds', async ({ call }) => {
  expect(await call('suggest', 'intention', ['execution'], 5)).toEqual(['execution']);
  expect(await call('suggest', 'intention', ['execution'], 4)).toEqual([]);
  expect(await call('suggest', 'saturday', ['sunday'], 3)).toEqual(['sunday']);
  expect(await call('suggest', 'saturday', ['sunday'], 2)).toEqual([]);
});

test('compares long words in time', async ({ call }) => {
  const typed = 'ab'.repeat(30);
  const words = ['ba'.repeat(30), 'cd'.repeat(30), `${'ab'.repeat(29)}ac`];
  expect(await call('suggest', typed, words, 2)).toEqual([words[2], words[0]]);
  expect(await call('suggest', typed, words, 60)).toEqual([words[2], words[0], words[1]]);
});

test('leaves the list of words as it is', async ({ evaluate }) => {
  const words = ['slow', 'query', 'slot', 'lock'];
  const after = await evaluate(
    {
      ts: ({ suggest }, list) => {
        suggest('slot', list, 3);
        return list;
      },
      py: `
        def drive(solution, words):
            solution.suggest("slot", words, 3)
            return words
      `,
    },
    words,
  );
  expect(after).toEqual(words);
});

test('agrees with the reference on random words', async ({ call, reference, random }) => {
  for (let turn = 0; turn < 20; turn++) {
    const words = [...new Set(Array.from({ length: 25 }, () => random.string(random.int(1, 9), 'abcd')))];
    const typed = random.string(random.int(1, 9), 'abcd');
    const most = random.int(0, 6);
    expect(await call('suggest', typed, words, most), `${typed}, ${most}`).toEqual(
      await reference.call('suggest', typed, words, most),
    );
  }
});
