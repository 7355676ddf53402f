const oldCode = {
  reads: ['select id, fullname, city from customers where id = 17'],
  writes: [
    `insert into customers (id, fullname) select max(id) + 1, 'New by old code' from customers`,
    `update customers set fullname = 'Customer seventeen' where id = 17`,
  ],
};

test('old code works after every statement', async ({ sql }) => {
  await sql.migrate(oldCode);
});

test('every row has both names in the end', async ({ sql }) => {
  const after = await sql.migrate(oldCode);
  expect(
    await after.query('select id, fullname, name from customers where name is distinct from fullname'),
  ).toEqualRows([]);
  expect(
    await after.query(
      `select id, fullname from customers where id < 5001 and id <> 17 and fullname <> 'Customer ' || id`,
    ),
  ).toEqualRows([]);
});

test('what old code writes, new code reads', async ({ sql }) => {
  const after = await sql.migrate();
  expect(
    await after.query(
      `with added as (insert into customers (id, fullname) values (9002, 'Una Byrne') returning fullname, name) select * from added`,
    ),
  ).toEqualRows([{ fullname: 'Una Byrne', name: 'Una Byrne' }]);
  expect(
    await after.query(
      `with changed as (update customers set fullname = 'Vik Patel' where id = 42 returning fullname, name) select * from changed`,
    ),
  ).toEqualRows([{ fullname: 'Vik Patel', name: 'Vik Patel' }]);
});

test('what new code writes, old code reads', async ({ sql }) => {
  const after = await sql.migrate();
  expect(
    await after.query(
      `with added as (insert into customers (id, name) values (9002, 'Wes Hart') returning fullname, name) select * from added`,
    ),
  ).toEqualRows([{ fullname: 'Wes Hart', name: 'Wes Hart' }]);
  expect(
    await after.query(
      `with changed as (update customers set name = 'Xia Lin' where id = 43 returning fullname, name) select * from changed`,
    ),
  ).toEqualRows([{ fullname: 'Xia Lin', name: 'Xia Lin' }]);
});
