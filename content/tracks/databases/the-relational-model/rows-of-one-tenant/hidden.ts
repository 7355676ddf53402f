const seven = { 'app.tenant': '7' };

test('no row is moved to another tenant', async ({ sql }) => {
  const app = (await sql.run()).as('app', seven);
  await app.refuses('update invoices set tenant_id = 8 where id = 2', 'privilege');
});

test('rows of others are not touched', async ({ sql }) => {
  const after = await sql.run();
  const app = after.as('app', seven);
  await app.query('update invoices set total = 0');
  await app.query('delete from invoices where id = 3');
  await app.refuses('truncate invoices', 'privilege');
  await app.query('delete from invoices');
  expect(await after.as('app', { 'app.tenant': '8' }).query('select id, total from invoices')).toEqualRows([
    { id: 3, total: '999.00' },
  ]);
});

test('without a tenant there is no row and no error', async ({ sql }) => {
  const after = await sql.run();
  expect(await after.as('app').query('select id from invoices')).toEqualRows([]);
  expect(await after.as('app', { 'app.tenant': '' }).query('select id from invoices')).toEqualRows([]);
});

test('other roles get nothing', async ({ sql }) => {
  const after = await sql.run();
  await after.as('visitor', seven).refuses('select id from invoices', 'privilege');
});

test('the table is as it was', async ({ sql }) => {
  const after = await sql.run();
  const { rows } = await after.query(`select column_name from information_schema.columns
    where table_name = 'invoices' order by ordinal_position`);
  expect(rows.map((row) => row.column_name)).toEqual(['id', 'tenant_id', 'total']);
});

test('holds for any tenant', async ({ sql, random }) => {
  const tenant = random.int(100, 999);
  const after = await sql.run({ prepare: `insert into invoices values (50, ${tenant}, 1), (51, ${tenant + 1}, 2)` });
  const app = after.as('app', { 'app.tenant': String(tenant) });
  expect(await app.query('select id from invoices')).toEqualRows([{ id: 50 }]);
  await app.refuses(`insert into invoices values (52, ${tenant + 1}, 5)`, 'privilege');
});
