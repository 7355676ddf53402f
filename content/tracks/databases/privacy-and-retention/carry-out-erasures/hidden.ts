test('a second run changes nothing, not even the next day', async ({ sql }) => {
  // As if the job had run on the last day of February, with the same requests done by then.
  const prepare = `
    update customers set email = 'erased-1@invalid', name = 'erased', phone = null, newsletter = false, erased_on = '2026-02-28' where id = 1;
    update erasure_requests set done_on = '2026-02-28' where id in (100, 103)`;
  const after = await sql.run({ prepare });
  const expected = await sql.reference.run({ prepare });
  expect(await after.state()).toEqualState(await expected.state());
});

test('several open requests of one customer are treated alike', async ({ sql }) => {
  const prepare = `insert into erasure_requests values (110, 1, '2026-02-27', null, null), (111, 3, '2026-02-27', null, null)`;
  const after = await sql.run({ prepare });
  const expected = await sql.reference.run({ prepare });
  expect(await after.state()).toEqualState(await expected.state());
});

test('all of it is one transaction', async ({ sql }) => {
  const prepare = `
    create table changes (transaction xid8);
    create function note_transaction() returns trigger language plpgsql security definer as $$
    begin
      insert into changes values (pg_current_xact_id());
      return null;
    end $$;
    create trigger note after update or delete on orders for each row execute function note_transaction();
    create trigger note after update or delete on reviews for each row execute function note_transaction();
    create trigger note after update on erasure_requests for each row execute function note_transaction();
    create trigger note after delete on addresses for each row execute function note_transaction();
    create trigger note after update on customers for each row execute function note_transaction()`;
  const after = await sql.migrate({ prepare });
  expect(await after.query('select count(distinct transaction)::int as transactions from changes')).toEqualRows([
    { transactions: 1 },
  ]);
});

test('agrees with the reference on random customers', async ({ sql, random }) => {
  const ids = Array.from({ length: 12 }, (_, index) => 201 + index);
  const values = (rows: string[]) => rows.join(', ');
  const date = () => `'${random.int(2013, 2018)}-0${random.int(1, 9)}-0${random.int(1, 9)}'`;
  const prepare = [
    `insert into customers values ${values(ids.map((id) => `(${id}, 'c${id}@example.com', 'C', null, ${random.bool()}, '2013-01-01', null)`))}`,
    `insert into addresses values ${values(ids.map((id) => `(${id}, ${random.pick(ids)}, 'S', 'C')`))}`,
    `insert into login_events values ${values(ids.map((id) => `(${id}, ${random.pick(ids)}, '203.0.113.1')`))}`,
    `insert into reviews values ${values(ids.map((id) => `(${id}, ${random.pick(ids)}, ${random.int(1, 5)}, 'x')`))}`,
    `insert into orders values ${values(ids.map((id) => `(${id}, ${random.pick(ids)}, ${date()}, 'N', 'A', 'note')`))}`,
    `insert into order_lines values ${values(ids.map((id) => `(${id}, 1, 'T')`))}`,
    `insert into legal_holds values (${random.int(201, 206)}, 'x'), (${random.int(207, 212)}, 'y')`,
    `insert into erasure_requests values ${values(
      ids
        .filter(() => random.bool())
        .concat(200 + random.int(1, 12))
        .map((id, at) => `(${300 + at}, ${id}, '2026-02-01', null, null)`),
    )}`,
  ].join(';\n');
  const after = await sql.run({ prepare });
  const expected = await sql.reference.run({ prepare });
  expect(await after.state()).toEqualState(await expected.state());
});
