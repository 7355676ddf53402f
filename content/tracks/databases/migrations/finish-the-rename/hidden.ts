test('nobody waits while the table is read', async ({ sql }) => {
  await sql.migrate({ lockTimeoutMsMax: 5000 });
});

test('the search has an index again', async ({ sql }) => {
  const after = await sql.migrate();
  expect(
    await after.query(
      `select count(*)::int >= 1 as index_begins_with_lower_name from pg_index
       where indrelid = 'customers'::regclass and indisvalid and indpred is null
         and pg_get_indexdef(indexrelid, 1, true) = 'lower(name)'`,
    ),
  ).toEqualRows([{ index_begins_with_lower_name: true }]);
});

test('rows that the backfill missed get their name, whichever they are', async ({ sql, random }) => {
  const ids = Array.from({ length: 5 }, () => random.int(1, 5000));
  const prepare = `alter table customers disable trigger all;
    update customers set name = null where id in (${ids.join(', ')});
    alter table customers enable trigger all`;
  const after = await sql.migrate({ prepare });
  expect(await after.query(`select id, name from customers where name is distinct from 'Customer ' || id`)).toEqualRows(
    [],
  );
});
