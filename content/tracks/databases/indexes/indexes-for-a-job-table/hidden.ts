const due = `select id, order_id, kind from jobs where state = 'open' and run_at <= timestamptz '2026-06-01 00:00+00' order by run_at, id limit 10`;

test('the index of due jobs holds open jobs only', async ({ sql }) => {
  // An index of 20,000 rows has dozens of pages; 200 rows fit into two, with the page that describes the index.
  const after = await sql.run();
  const plan = await after.plan(due);
  const used = plan.nodes.flatMap(({ index }) => (index === undefined ? [] : [index]));
  const names = used.map((name) => `'${name}'`).join(', ');
  expect(
    await after.query(`select relname from pg_class where relname in (${names}) and pg_relation_size(oid) > 10 * 8192`),
    'Indexes of more than ten pages that the search for due jobs uses',
  ).toEqualRows([]);
});

test('ten jobs are read as well when thousands are open', async ({ sql }) => {
  const after = await sql.run({ data: 'all-open' });
  const expected = await sql.reference.run({ data: 'all-open' });
  const plan = await after.plan(due);
  plan.readsAtMost('jobs', 15);
  expect(await after.query(due)).toEqualRows(await expected.query(due));
});

test('there are at most three new indexes', async ({ sql }) => {
  const after = await sql.run();
  expect(
    await after.query(`select count(*)::int - 1 <= 3 as three_or_fewer from pg_indexes where tablename = 'jobs'`),
  ).toEqualRows([{ three_or_fewer: true }]);
  expect(
    await after.query(`select indexname from pg_indexes where tablename <> 'jobs' and schemaname = 'public'`),
  ).toEqualRows([{ indexname: 'orders_pkey' }]);
});

test('the jobs of any order are found', async ({ sql, random }) => {
  const after = await sql.run();
  const order = random.int(1, 6000);
  const plan = await after.plan(`select id from jobs where order_id = ${order}`);
  plan.readsAtMost('jobs', 15);
  expect(await after.query('select count(*)::int as jobs from jobs')).toEqualRows([{ jobs: 20000 }]);
});
