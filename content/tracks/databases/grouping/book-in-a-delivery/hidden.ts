test('several lines of one article are added up', async ({ sql }) => {
  const after = await sql.run({ data: 'several-lines' });
  const expected = await sql.reference.run({ data: 'several-lines' });
  expect(await after.state()).toEqualState(await expected.state());
});

test('a cost that no line states is kept', async ({ sql }) => {
  const after = await sql.run({ data: 'no-cost' });
  const expected = await sql.reference.run({ data: 'no-cost' });
  expect(await after.state()).toEqualState(await expected.state());
});

test('an empty delivery changes nothing', async ({ sql }) => {
  const after = await sql.run({ data: 'empty' });
  const expected = await sql.reference.run({ data: 'empty' });
  expect(await after.state()).toEqualState(await expected.state());
});

test('agrees with the reference on a random delivery', async ({ sql, random }) => {
  const lines = Array.from({ length: 20 }, (_, index) => {
    const cost = random.bool() ? `${random.int(1, 90)}.50` : 'null';
    return `(${index + 1}, '${random.pick(['LAMP', 'DESK', 'CHAIR', 'SHELF'])}', ${random.int(1, 9)}, ${cost})`;
  });
  const options = { data: 'empty', prepare: `insert into delivery_lines values ${lines.join(', ')}` };
  const after = await sql.run(options);
  const expected = await sql.reference.run(options);
  expect(await after.state()).toEqualState(await expected.state());
});
