test('nobody waits while the table is read', async ({ sql }) => {
  await sql.migrate({ lockTimeoutMsMax: 5000 });
});

test('no transaction changes more than 1000 rows', async ({ sql }) => {
  await sql.migrate({ data: 'all-missing', lockTimeoutMsMax: 5000, rowsAtOnceMax: 1000 });
});

test('a phone of any row is kept', async ({ sql, random }) => {
  const id = random.int(1, 3000);
  const prepare = `update customers set phone = '+46 70' where id = ${id}`;
  const after = await sql.migrate({ data: 'all-missing', prepare });
  expect(await after.query(`select phone from customers where id = ${id}`)).toEqualRows([{ phone: '+46 70' }]);
  expect(await after.query(`select count(*)::int as n from customers where phone = 'unknown'`)).toEqualRows([
    { n: 2999 },
  ]);
});
