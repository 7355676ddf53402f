test('all of it is one transaction', async ({ sql }) => {
  // Statement by statement; whoever changes one of the tables leaves the number of their transaction.
  const prepare = `
    create table changes (transaction xid8);
    create function note_transaction() returns trigger language plpgsql security definer as $$
    begin
      insert into changes values (pg_current_xact_id());
      return null;
    end $$;
    create trigger note after update on orders for each row execute function note_transaction();
    create trigger note after update or delete on reviews for each row execute function note_transaction();
    create trigger note after update or delete on customers for each row execute function note_transaction()`;
  const after = await sql.migrate({ prepare });
  expect(await after.query('select count(distinct transaction)::int as transactions from changes')).toEqualRows([
    { transactions: 1 },
  ]);
});

test('without pairs nothing changes', async ({ sql }) => {
  const after = await sql.run({ data: 'no-merges' });
  const expected = await sql.reference.run({ data: 'no-merges' });
  expect(await after.state()).toEqualState(await expected.state());
});

test('agrees with the reference on random accounts', async ({ sql, random }) => {
  const customers = Array.from({ length: 12 }, (_, index) => {
    const phone = random.bool() ? `'+1 ${index}'` : 'null';
    const referrer = random.int(101, 112);
    return `(${101 + index}, 'C', 'c${index}@example.com', ${phone}, ${referrer === 101 + index ? 'null' : referrer})`;
  });
  const orders = Array.from({ length: 12 }, (_, index) => `(${101 + index}, ${random.int(101, 112)}, 10)`);
  const reviews = Array.from({ length: 12 }, (_, index) =>
    [1, 2, 3]
      .filter(() => random.bool())
      .map((book) => `(${(index + 1) * 100 + book}, ${book}, ${101 + index}, ${random.int(1, 5)})`),
  ).flat();
  const prepare = [
    `insert into customers values ${customers.join(', ')}`,
    `insert into orders values ${orders.join(', ')}`,
    ...(reviews.length > 0 ? [`insert into reviews values ${reviews.join(', ')}`] : []),
    'insert into account_merges (drop_id, keep_id) values (102, 101), (104, 107), (111, 110)',
  ].join(';\n');
  const after = await sql.run({ data: 'no-merges', prepare });
  const expected = await sql.reference.run({ data: 'no-merges', prepare });
  expect(await after.state()).toEqualState(await expected.state());
});
