const seven = { 'app.tenant': '7' };

test('only rows of the own tenant are seen', async ({ sql }) => {
  const after = await sql.run();
  expect(await after.as('app', seven).query('select id, total from invoices')).toEqualRows([
    { id: 1, total: '100.00' },
    { id: 2, total: '20.00' },
  ]);
  expect(await after.as('app', { 'app.tenant': '8' }).query('select id from invoices')).toEqualRows([{ id: 3 }]);
});

test('rows of the own tenant are inserted, changed and deleted', async ({ sql }) => {
  const app = (await sql.run()).as('app', seven);
  await app.accepts('insert into invoices values (4, 7, 5)');
  await app.accepts('update invoices set total = 6 where id = 1');
  await app.accepts('delete from invoices where id = 2');
});

test('no row is written for another tenant', async ({ sql }) => {
  const app = (await sql.run()).as('app', seven);
  await app.refuses('insert into invoices values (4, 8, 5)', 'privilege');
  await app.refuses('update invoices set tenant_id = 8 where id = 1', 'privilege');
});
