const booking = (
  id: number,
  room: number,
  from: string,
  to: string,
  { branch = room === 3 ? 2 : 1, host = 'null' as number | 'null', status = 'held', cancelled = 'null' } = {},
) =>
  `insert into bookings (id, branch_id, room_id, host_id, starts_at, ends_at, status, cancelled_at)
   values (${id}, ${branch}, ${room}, ${host}, '2026-05-01 ${from}+00', '2026-05-01 ${to}+00', '${status}', ${cancelled})`;

test('a cancelled booking takes no room', async ({ sql }) => {
  const after = await sql.run();
  await after.query(booking(101, 1, '10:00', '12:00', { status: 'cancelled', cancelled: 'now()' }));
  await after.query(booking(102, 1, '10:00', '12:00'));
  await after.accepts(booking(103, 1, '11:00', '13:00', { status: 'cancelled', cancelled: 'now()' }));
  await after.refuses(`update bookings set status = 'held', cancelled_at = null where id = 101`, [
    'exclusion',
    'raised',
  ]);
  await after.query(`update bookings set status = 'cancelled', cancelled_at = now() where id = 102`);
  await after.accepts(booking(103, 1, '10:00', '12:00', { status: 'confirmed' }));
});

test('a cancelled booking says when, and no other does', async ({ sql }) => {
  const after = await sql.run();
  await after.refuses(booking(101, 1, '10:00', '12:00', { status: 'cancelled' }), 'check');
  await after.refuses(booking(101, 1, '10:00', '12:00', { cancelled: 'now()' }), 'check');
  await after.refuses(booking(101, 1, '10:00', '12:00', { status: 'confirmed', cancelled: 'now()' }), 'check');
  await after.refuses(booking(101, 1, '10:00', '12:00', { status: 'maybe' }), 'check');
});

test('a booking may be without a host', async ({ sql }) => {
  const after = await sql.run();
  await after.accepts(booking(101, 1, '10:00', '12:00'));
  expect(
    await after.query(
      `with added as (
         insert into bookings (branch_id, room_id, starts_at, ends_at)
         values (1, 2, '2026-05-02 10:00+00', '2026-05-02 11:00+00') returning id, status
       )
       select id is not null as has_id, status from added`,
    ),
  ).toEqualRows([{ has_id: true, status: 'held' }]);
});

test('everything but the host and the time of cancelling is needed', async ({ sql }) => {
  const after = await sql.run();
  const values = [
    `null, 1, '2026-05-02 10:00+00', '2026-05-02 11:00+00', 'held'`,
    `1, null, '2026-05-02 10:00+00', '2026-05-02 11:00+00', 'held'`,
    `1, 1, null, '2026-05-02 11:00+00', 'held'`,
    `1, 1, '2026-05-02 10:00+00', null, 'held'`,
    `1, 1, '2026-05-02 10:00+00', '2026-05-02 11:00+00', null`,
  ];
  for (const row of values) {
    await after.refuses(
      `insert into bookings (branch_id, room_id, starts_at, ends_at, status) values (${row})`,
      'not null',
    );
  }
});

test('two bookings at the same moment: one is refused', async ({ sql }) => {
  const db = await sql.open();
  await (await db.session('migration')).part('');
  const [ana, ben] = [await db.session('Ana'), await db.session('Ben')];
  await ana.query('begin');
  await ana.query(booking(101, 1, '10:00', '12:00'));
  await ben.query('begin');
  const second = await ben.startQuery(booking(102, 1, '11:00', '13:00'));
  await ana.query('commit');
  await second.end();
  await ben.query('commit');
  expect(await db.query('select id from bookings')).toEqualRows([{ id: 101 }]);
});

test('of random bookings those are kept that overlap none before them', async ({ sql, random }) => {
  const after = await sql.run();
  const asked = Array.from({ length: 12 }, (_, index) => {
    const from = random.int(8, 16);
    return { id: 101 + index, from, to: from + random.int(1, 2) };
  });
  const kept: typeof asked = [];
  for (const one of asked) {
    if (kept.every(({ from, to }) => one.to <= from || to <= one.from)) kept.push(one);
  }
  const inserts = asked.map(({ id, from, to }) => {
    const times = [from, to].map((hour) => `'2026-05-01 ${String(hour).padStart(2, '0')}:00+00'`).join(', ');
    return `begin
        insert into bookings (id, branch_id, room_id, starts_at, ends_at) values (${id}, 1, 1, ${times});
      exception when others then null;
      end;`;
  });
  await after.query(`do $$ begin ${inserts.join(' ')} end $$`);
  expect(await after.query('select id from bookings')).toEqualRows(kept.map(({ id }) => ({ id })));
});
