const due = `select id, order_id, kind from jobs where state = 'open' and run_at <= timestamptz '2026-06-01 00:00+00' order by run_at, id limit 10`;

test('the next ten jobs are read, and no others', async ({ sql }) => {
  const after = await sql.run();
  const plan = await after.plan(due);
  plan.usesIndex('jobs');
  plan.readsAtMost('jobs', 15);
});

test('the jobs of an order are found without reading the table', async ({ sql }) => {
  const after = await sql.run();
  const plan = await after.plan('select id from jobs where order_id = 4711');
  plan.usesIndex('jobs');
  plan.readsAtMost('jobs', 15);
});

test('an order has at most one open job of a kind, and any number of others', async ({ sql }) => {
  const after = await sql.run();
  const add = (id: number, kind: string, state: string) =>
    `insert into jobs (id, order_id, kind, state, run_at) values (${id}, 42, '${kind}', '${state}', '2026-01-01 00:00+00')`;
  await after.query(`delete from jobs where order_id = 42`);
  await after.query(add(30001, 'mail', 'open'));
  await after.refuses(add(30002, 'mail', 'open'), 'unique');
  await after.accepts(add(30002, 'invoice', 'open'));
  for (const state of ['failed', 'done']) {
    await after.accepts(add(30003, 'mail', state));
    await after.query(add(30004, 'parcel', state));
    await after.accepts(add(30005, 'parcel', state));
    await after.accepts(add(30005, 'parcel', 'open'));
    await after.query('delete from jobs where id = 30004');
  }
});
