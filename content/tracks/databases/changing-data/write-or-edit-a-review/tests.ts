const review = (book: number, customer: number) =>
  `select id, rating, body, created_at = timestamptz '2025-01-12 20:00+00' as same_created_at, edited_at is not null as edited from reviews where book_id = ${book} and customer_id = ${customer}`;

test('writes a review where there is none', async ({ sql }) => {
  const after = await sql.run();
  expect(await after.query(`select created from save_review(1, 8, 3, 'Too small for my desk.')`)).toEqualRows([
    { created: true },
  ]);
  expect(
    await after.query('select rating, body, edited_at from reviews where book_id = 1 and customer_id = 8'),
  ).toEqualRows([{ rating: 3, body: 'Too small for my desk.', edited_at: null }]);
});

test('the id that it returns is that of the review', async ({ sql }) => {
  const after = await sql.run();
  expect(
    await after.query(
      `with saved as (select id from save_review(9, 9, 4, 'New.')) select count(*)::int as ids from saved where id > 3`,
    ),
  ).toEqualRows([{ ids: 1 }]);
  const [row] = (await after.query('select id from reviews where book_id = 9')).rows;
  expect(await after.query(`select id, created from save_review(9, 9, 5, 'Better.')`)).toEqualRows([
    { id: row?.id, created: false },
  ]);
});

test('edits the review that is there', async ({ sql }) => {
  const after = await sql.run();
  expect(await after.query(`select id, created from save_review(1, 1, 4, 'The pocket wore out.')`)).toEqualRows([
    { id: 1, created: false },
  ]);
  expect(await after.query(review(1, 1))).toEqualRows([
    { id: 1, rating: 4, body: 'The pocket wore out.', same_created_at: true, edited: true },
  ]);
  expect(await after.query('select count(*)::int as reviews from reviews')).toEqualRows([{ reviews: 3 }]);
});

test('saving the same again marks nothing, and answers', async ({ sql }) => {
  const after = await sql.run();
  expect(
    await after.query(`select id, created from save_review(1, 1, 5, 'Fits in a pocket, saved a Friday.')`),
  ).toEqualRows([{ id: 1, created: false }]);
  expect(await after.query('select id, created from save_review(3, 1, 4, null)')).toEqualRows([
    { id: 2, created: false },
  ]);
  expect(await after.query('select id from reviews where id in (1, 2) and edited_at is not null')).toEqualRows([]);
});

test('two clicks at once: no error, one review', async ({ sql }) => {
  const db = await sql.open();
  await (await db.session('migration')).part('');
  const [first, second] = [await db.session('first click'), await db.session('second click')];
  await first.query('begin');
  await first.query(`select * from save_review(7, 7, 2, 'One')`);
  await second.query('begin');
  const step = await second.startQuery(`select created from save_review(7, 7, 3, 'Two')`);
  await first.query('commit');
  const answer = await step.end();
  expect(answer.error === null ? 'no error' : `error: ${answer.error.reason}`, 'What the second click is told').toBe(
    'no error',
  );
  expect(answer).toEqualRows([{ created: false }]);
  await second.query('commit');
  expect(await db.query('select rating, body from reviews where book_id = 7')).toEqualRows([
    { rating: 3, body: 'Two' },
  ]);
});
