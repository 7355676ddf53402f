test('a review without words counts as different from one with words', async ({ sql }) => {
  const after = await sql.run();
  await after.query(`select * from save_review(3, 1, 4, 'I finished it after all.')`);
  expect(await after.query('select body, edited_at is not null as edited from reviews where id = 2')).toEqualRows([
    { body: 'I finished it after all.', edited: true },
  ]);
});

test('words can be taken away', async ({ sql }) => {
  const after = await sql.run();
  await after.query('select * from save_review(1, 1, 5, null)');
  expect(await after.query('select body, edited_at is not null as edited from reviews where id = 1')).toEqualRows([
    { body: null, edited: true },
  ]);
});

test('an earlier mark of editing stays when nothing differs', async ({ sql }) => {
  const after = await sql.run();
  await after.query(`select * from save_review(3, 8, 5, 'Read it on call. Mistake.')`);
  expect(
    await after.query(
      `select edited_at = timestamptz '2025-03-13 09:00+00' as same_edited_at from reviews where id = 3`,
    ),
  ).toEqualRows([{ same_edited_at: true }]);
});

test('what the table refuses stays an error, and changes nothing', async ({ sql }) => {
  const after = await sql.run();
  await after.refuses(`select * from save_review(1, 1, 6, 'Six')`, 'check');
  await after.refuses(`select * from save_review(2, 1, null, 'None')`, 'not null');
});

test('agrees with the reference on random clicks', async ({ sql, random }) => {
  const after = await sql.run();
  const expected = await sql.reference.run();
  for (let click = 0; click < 12; click++) {
    const words = random.pick(["'Good.'", "'Bad.'", 'null']);
    const text = `select created from save_review(${random.int(1, 3)}, ${random.int(1, 2)}, ${random.int(4, 5)}, ${words})`;
    expect(await after.query(text)).toEqualRows(await expected.query(text));
  }
  const state = 'select book_id, customer_id, rating, body, edited_at is not null as edited from reviews';
  expect(await after.query(state)).toEqualRows(await expected.query(state));
});
