// Adds all books, then returns what each [prefix, limit] suggests.
const play = ({ createAutocomplete }, books, questions) => {
  const autocomplete = createAutocomplete();
  for (const [title, copies] of books) autocomplete.add(title, copies);
  return questions.map(([prefix, limit]) => autocomplete.suggest(prefix, limit));
};

test('sorts titles with equal copies by title', async ({ evaluate }) => {
  const books = ['Sad', 'Sb', 'SZ', 'Sa', 'Sé'].map((title) => [title, 7]);
  expect(await evaluate(play, books, [['s', 9]])).toEqual([['SZ', 'Sa', 'Sad', 'Sb', 'Sé']]);
});

test('adds up the copies of one title in several spellings and shows the first', async ({ evaluate }) => {
  const books = [
    ['GO', 3],
    ['Gone', 5],
    ['Go', 1],
    ['go', 2],
  ];
  expect(await evaluate(play, books, [['g', 9]])).toEqual([['GO', 'Gone']]);
});

test('suggests among all titles for the empty prefix', async ({ evaluate }) => {
  expect(
    await evaluate(
      play,
      [
        ['B', 1],
        ['A', 2],
        ['C', 3],
      ],
      [['', 2]],
    ),
  ).toEqual([['C', 'A']]);
});

test('suggests nothing when no title was added', async ({ evaluate }) => {
  expect(
    await evaluate(
      play,
      [],
      [
        ['', 3],
        ['a', 3],
      ],
    ),
  ).toEqual([[], []]);
});

test('sees titles that are added after a suggestion', async ({ evaluate }) => {
  const seen = await evaluate(({ createAutocomplete }) => {
    const autocomplete = createAutocomplete();
    autocomplete.add('Slow Queries', 1);
    const before = autocomplete.suggest('slow', 5);
    autocomplete.add('Slow Cooking', 2);
    return [before, autocomplete.suggest('slow', 5)];
  });
  expect(seen).toEqual([['Slow Queries'], ['Slow Cooking', 'Slow Queries']]);
});

test('asks 40,000 times among 5,000 titles in time', async ({ evaluate }) => {
  const found = await evaluate(({ createAutocomplete }) => {
    const autocomplete = createAutocomplete();
    const name = (i: number) => `${String.fromCharCode(97 + (i % 26))}${(i * 7919) % 100_003} b`;
    for (let i = 0; i < 5000; i++) autocomplete.add(name(i), 1 + (i % 9));
    let found = 0;
    for (let i = 0; i < 40_000; i++) found += autocomplete.suggest(name(i % 5000), 3).length;
    return found;
  });
  expect(found).toBe(40_000);
});

test('agrees with the reference on random titles', async ({ evaluate, reference, random }) => {
  const word = (length: number) => random.string(length, 'abAB ');
  const books = Array.from({ length: 120 }, () => [
    `${random.pick(['a', 'B', 'b'])}${word(random.int(0, 4))}`,
    random.int(1, 5),
  ]);
  const questions = Array.from({ length: 40 }, () => [word(random.int(0, 3)), random.int(1, 6)]);
  expect(await evaluate(play, books, questions)).toEqual(await reference.evaluate(play, books, questions));
});
