const booking = (
  id: number,
  room: number,
  from: string,
  to: string,
  { branch = room === 3 ? 2 : 1, host = 'null' as number | 'null', status = 'held', cancelled = 'null' } = {},
) =>
  `insert into bookings (id, branch_id, room_id, host_id, starts_at, ends_at, status, cancelled_at)
   values (${id}, ${branch}, ${room}, ${host}, '2026-05-01 ${from}+00', '2026-05-01 ${to}+00', '${status}', ${cancelled})`;

test('bookings of one room do not overlap', async ({ sql }) => {
  const after = await sql.run();
  await after.query(booking(101, 1, '10:00', '12:00'));
  const overlap = ['exclusion', 'raised'];
  await after.refuses(booking(102, 1, '11:00', '13:00'), overlap);
  await after.refuses(booking(102, 1, '09:00', '10:01'), overlap);
  await after.refuses(booking(102, 1, '10:30', '11:00', { status: 'confirmed' }), overlap);
  await after.refuses(booking(102, 1, '09:00', '15:00'), overlap);
  await after.query(booking(103, 1, '14:00', '15:00'));
  await after.refuses(`update bookings set starts_at = '2026-05-01 11:59+00' where id = 103`, overlap);
});

test('one booking may begin when another ends', async ({ sql }) => {
  const after = await sql.run();
  await after.query(booking(101, 1, '10:00', '12:00'));
  await after.accepts(booking(102, 1, '12:00', '13:00'));
  await after.accepts(booking(102, 1, '08:00', '10:00'));
});

test('different rooms may be booked at the same time', async ({ sql }) => {
  const after = await sql.run();
  await after.query(booking(101, 1, '10:00', '12:00'));
  await after.accepts(booking(102, 2, '10:00', '12:00'));
  await after.accepts(booking(102, 3, '10:00', '12:00'));
});

test('a booking ends after it begins', async ({ sql }) => {
  const after = await sql.run();
  await after.refuses(booking(101, 1, '12:00', '12:00'), 'check');
  // A range that ends before it begins is an error of its own (22000) in PostgreSQL.
  await after.refuses(booking(101, 1, '12:00', '11:00'), ['check', '22000']);
});

test('room and host belong to the branch of the booking', async ({ sql }) => {
  const after = await sql.run();
  await after.accepts(booking(101, 1, '10:00', '12:00', { host: 11 }));
  await after.accepts(booking(101, 3, '10:00', '12:00', { host: 13 }));
  await after.refuses(booking(101, 1, '10:00', '12:00', { host: 13 }), 'foreign key');
  await after.refuses(booking(101, 1, '10:00', '12:00', { branch: 2 }), 'foreign key');
  await after.refuses(booking(101, 1, '10:00', '12:00', { branch: 2, host: 13 }), 'foreign key');
  await after.refuses(booking(101, 9, '10:00', '12:00'), 'foreign key');
});
