const sheet = 'select order_no, ordered_on, email, name, city, isbn, title, quantity, unit_price from sheet';

test('an order belongs to a customer, and a line to an order and a book', async ({ sql }) => {
  const after = await sql.run();
  const order = (email: string, day: string, city: string) =>
    `insert into orders (order_no, ordered_on, email, city) values (7, ${day}, ${email}, ${city})`;
  await after.accepts(order(`'amira@example.com'`, `'2025-04-01'`, 'null'));
  await after.accepts(order(`'amira@example.com'`, `'2025-04-01'`, `'Leeds'`));
  await after.refuses(order(`'nobody@example.com'`, `'2025-04-01'`, `'Leeds'`), 'foreign key');
  await after.refuses(order('null', `'2025-04-01'`, `'Leeds'`), 'not null');
  await after.refuses(order(`'amira@example.com'`, 'null', `'Leeds'`), 'not null');
  await after.refuses(
    `insert into orders (order_no, ordered_on, email) values (1, '2025-04-01', 'amira@example.com')`,
    'unique',
  );
  const line = (order: number, isbn: string) =>
    `insert into order_items (order_no, isbn, quantity, unit_price) values (${order}, '${isbn}', 1, 5)`;
  await after.refuses(line(99, '9780000000101'), 'foreign key');
  await after.refuses(line(2, '9780000000999'), 'foreign key');
});

test('deleting: lines go with their order, customers and books in use stay', async ({ sql }) => {
  const after = await sql.run();
  await after.refuses(`delete from customers where email = 'amira@example.com'`, 'foreign key');
  await after.refuses(`delete from books where isbn = '9780000000101'`, 'foreign key');
  await after.query('delete from orders where order_no = 3');
  expect(await after.query('select count(*)::int as lines from order_items where order_no = 3')).toEqualRows([
    { lines: 0 },
  ]);
});

test('an empty sheet gives empty tables', async ({ sql }) => {
  const after = await sql.run({ data: 'empty' });
  expect(await after.query(sheet)).toEqualRows([]);
  await after.accepts(`insert into customers (email, name) values ('new@example.com', 'New')`);
});

test('any sheet is split without loss', async ({ sql, random }) => {
  const lines = Array.from({ length: 8 }, (_, index) => {
    const order = 101 + index;
    const customer = random.int(1, 3);
    const city = random.pick([`'Lyon'`, `'Oslo'`, 'null']);
    return random
      .shuffle([1, 2, 3, 4])
      .slice(0, random.int(1, 3))
      .map(
        (book) =>
          `(${order}, date '2025-05-01' + ${index}, 'c${customer}@example.com', 'Customer ${customer}', ${city}, '${book}', 'Title ${book % 3}', ${random.int(1, 4)}, ${random.int(0, 30)}.50)`,
      );
  }).flat();
  const prepare = `insert into sheet values ${lines.join(', ')}; create table sheet_before as table sheet`;
  const after = await sql.run({ data: 'empty', prepare });
  expect(await after.query(sheet)).toEqualRows(await after.query(sheet.replace('from sheet', 'from sheet_before')));
});
