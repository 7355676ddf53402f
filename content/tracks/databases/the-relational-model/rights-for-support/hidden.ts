test('orders are neither inserted nor deleted', async ({ sql }) => {
  const support = (await sql.run()).as('support');
  await support.refuses(`insert into orders values (12, 1, 'paid', 1)`, 'privilege');
  await support.refuses('delete from orders where id = 11', 'privilege');
  await support.refuses('truncate orders', ['privilege', '0A000']);
  await support.refuses(`insert into customers values (3, 'x', 'x', 'x', 'x')`, 'privilege');
});

test('payments are none of its business', async ({ sql }) => {
  const support = (await sql.run()).as('support');
  await support.refuses('select id from payments', 'privilege');
  await support.refuses('delete from payments', 'privilege');
});

test('nobody logs in as support itself', async ({ sql }) => {
  const after = await sql.run();
  expect(
    await after.query(`select rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname = 'support'`),
  ).toEqualRows([{ rolcanlogin: false, rolcreaterole: false, rolcreatedb: false }]);
});

test('it has no right besides, and cannot pass on those that it has', async ({ sql }) => {
  const after = await sql.run();
  expect(
    await after.query(`select relation, right_
      from unnest(array['orders', 'customers', 'payments']) relation,
        unnest(array['insert', 'references', 'select with grant option', 'update with grant option']) right_
      where has_any_column_privilege('support', relation, right_)
      union all
      select relation, right_
      from unnest(array['orders', 'customers', 'payments']) relation,
        unnest(array['delete', 'truncate', 'trigger', 'maintain']) right_
      where has_table_privilege('support', relation, right_)`),
    'rights besides those of the task',
  ).toEqualRows([]);
});

test('other roles get nothing', async ({ sql }) => {
  const after = await sql.run();
  const visitor = after.as('visitor');
  for (const table of ['orders', 'customers', 'payments']) {
    await visitor.refuses(`select id from ${table}`, 'privilege');
  }
});

test('holds for rows that come later', async ({ sql, random }) => {
  const id = random.int(100, 999);
  const support = (await sql.run({ prepare: `insert into orders values (${id}, 1, 'paid', 5)` })).as('support');
  await support.accepts(`update orders set status = 'shipped' where id = ${id}`);
  await support.refuses(`update orders set status = 'shipped', total = 1 where id = ${id}`, 'privilege');
});
