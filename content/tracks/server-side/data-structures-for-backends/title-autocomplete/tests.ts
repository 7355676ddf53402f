// Adds all books, then returns what each [prefix, limit] suggests.
const play = ({ createAutocomplete }, books, questions) => {
  const autocomplete = createAutocomplete();
  for (const [title, copies] of books) autocomplete.add(title, copies);
  return questions.map(([prefix, limit]) => autocomplete.suggest(prefix, limit));
};

const books = [
  ['Slow Queries', 40],
  ['Slow Cooking', 75],
  ['Small Pieces', 10],
  ['On Being Late', 90],
  ['slow queries', 50],
];

test('answers as in the example', async ({ evaluate }) => {
  const example = [books[0], books[1], books[4]];
  expect(await evaluate(play, example, [['sl', 5]])).toEqual([['Slow Queries', 'Slow Cooking']]);
});

test('suggests only titles that begin with the prefix', async ({ evaluate }) => {
  expect(
    await evaluate(play, books, [
      ['Sm', 5],
      ['On', 5],
      ['Q', 5],
    ]),
  ).toEqual([['Small Pieces'], ['On Being Late'], []]);
});

test('finds titles whatever the case of the prefix', async ({ evaluate }) => {
  expect(
    await evaluate(play, books, [
      ['SMALL', 5],
      ['sMaLl p', 5],
    ]),
  ).toEqual([['Small Pieces'], ['Small Pieces']]);
});

test('puts the best-selling titles first and then cuts to the limit', async ({ evaluate }) => {
  expect(
    await evaluate(play, books, [
      ['s', 2],
      ['s', 1],
    ]),
  ).toEqual([['Slow Queries', 'Slow Cooking'], ['Slow Queries']]);
});

test('suggests a title that is typed in full', async ({ evaluate }) => {
  expect(
    await evaluate(play, books, [
      ['Slow Queries', 5],
      ['Slow Queries!', 5],
    ]),
  ).toEqual([['Slow Queries'], []]);
});
