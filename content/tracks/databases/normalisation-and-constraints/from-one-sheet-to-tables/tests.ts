const sheet = 'select order_no, ordered_on, email, name, city, isbn, title, quantity, unit_price from sheet';

test('each fact stands in one table', async ({ sql }) => {
  const after = await sql.run();
  expect(
    await after.query(
      `select column_name::text, table_name::text from information_schema.columns
       where table_schema = 'public' and table_name in ('customers', 'books', 'orders', 'order_items')
         and column_name in ('name', 'title', 'ordered_on', 'city', 'quantity', 'unit_price')`,
    ),
  ).toEqualRows([
    { column_name: 'name', table_name: 'customers' },
    { column_name: 'title', table_name: 'books' },
    { column_name: 'ordered_on', table_name: 'orders' },
    { column_name: 'city', table_name: 'orders' },
    { column_name: 'quantity', table_name: 'order_items' },
    { column_name: 'unit_price', table_name: 'order_items' },
  ]);
  await after.accepts(
    `insert into order_items (order_no, isbn, quantity, unit_price) values (2, '9780000000101', 1, 0)`,
  );
});

test('the view shows what the sheet held, and follows the tables', async ({ sql }) => {
  const after = await sql.run({ prepare: 'create table sheet_before as table sheet' });
  expect(await after.query(sheet)).toEqualRows(await after.query(sheet.replace('from sheet', 'from sheet_before')));
  await after.query(`update customers set name = 'Amira Haddad' where email = 'amira@example.com'`);
  expect(
    await after.query(`select count(*)::int as lines from sheet where name = 'Amira Haddad'`),
    'Lines of the sheet after her name was changed in customers',
  ).toEqualRows([{ lines: 5 }]);
});

test('an e-mail address is one customer', async ({ sql }) => {
  const after = await sql.run();
  await after.refuses(`insert into customers (email, name) values ('amira@example.com', 'Somebody')`, 'unique');
  await after.refuses(`insert into customers (email, name) values ('new@example.com', null)`, 'not null');
  await after.accepts(`insert into customers (email, name) values ('new@example.com', 'Amira Nasser')`);
});

test('an ISBN is one book', async ({ sql }) => {
  const after = await sql.run();
  await after.refuses(`insert into books (isbn, title) values ('9780000000101', 'Another')`, 'unique');
  await after.refuses(`insert into books (isbn, title) values ('9780000000199', null)`, 'not null');
  await after.accepts(`insert into books (isbn, title) values ('9780000000199', 'Slow Queries')`);
});

test('an order has a book once', async ({ sql }) => {
  const after = await sql.run();
  const line = (isbn: string, quantity: number, price: string) =>
    `insert into order_items (order_no, isbn, quantity, unit_price) values (2, '${isbn}', ${quantity}, ${price})`;
  await after.refuses(line('9780000000104', 1, '24.00'), 'unique');
  await after.refuses(line('9780000000101', 0, '9.50'), 'check');
  await after.refuses(line('9780000000101', 1, '-0.01'), 'check');
  await after.refuses(line('9780000000101', 1, 'null'), 'not null');
  await after.accepts(line('9780000000101', 3, '7.25'));
});
