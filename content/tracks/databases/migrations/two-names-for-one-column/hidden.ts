test('nobody waits long for a lock', async ({ sql }) => {
  await sql.migrate({ lockTimeoutMsMax: 5000 });
});

test('no transaction changes more than 1000 rows', async ({ sql }) => {
  await sql.migrate({ rowsAtOnceMax: 1000 });
});

test('a customer still needs a name', async ({ sql }) => {
  const after = await sql.migrate();
  await after.refuses(`insert into customers (id, city) values (9001, 'Porto')`, 'not null');
  await after.refuses('update customers set fullname = null where id = 5', ['not null', 'raised']);
});

test('other columns keep what they hold, and changes of them change no name', async ({ sql, random }) => {
  const after = await sql.migrate();
  const id = random.int(1, 5000);
  expect(
    await after.query(
      `with changed as (update customers set city = 'Cork' where id = ${id} returning fullname, name, city) select * from changed`,
    ),
  ).toEqualRows([{ fullname: `Customer ${id}`, name: `Customer ${id}`, city: 'Cork' }]);
  expect(await after.query(`select count(*)::int as in_porto from customers where city = 'Porto'`)).toEqualRows([
    { in_porto: 3334 },
  ]);
});
