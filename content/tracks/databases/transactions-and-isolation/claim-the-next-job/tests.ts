const open = 'select id from jobs where done_at is null order by id';

test('the earliest job first, the lower id of two', async ({ sql }) => {
  const db = await sql.open();
  const worker = await db.session('worker');
  expect(await worker.part('claim')).toEqualRows([{ id: 3, payload: 'mail to cleo' }]);
  await worker.part('finish');
  expect(await worker.part('claim')).toEqualRows([{ id: 2, payload: 'mail to ben' }]);
  await worker.part('finish');
  expect(await db.query(open)).toEqualRows([{ id: 4 }]);
});

test('two workers get different jobs', async ({ sql }) => {
  const db = await sql.open();
  const [one, two] = [await db.session('worker 1'), await db.session('worker 2')];
  expect(await one.part('claim')).toEqualRows([{ id: 3, payload: 'mail to cleo' }]);
  const claim = await two.start('claim');
  expect(claim.waitsFor, 'the sessions that the second worker waits for').toEqual([]);
  const { error, ...rows } = await claim.end();
  expect(error === null ? 'no error' : error.reason, 'How the second claim ends').toBe('no error');
  expect(rows).toEqualRows([{ id: 2, payload: 'mail to ben' }]);
});

test('finish ends the claimed job and no other', async ({ sql }) => {
  const db = await sql.open();
  const [one, two] = [await db.session('worker 1'), await db.session('worker 2')];
  await one.part('claim');
  await two.part('claim');
  await two.part('finish');
  expect(await db.query(open)).toEqualRows([{ id: 3 }, { id: 4 }]);
  await one.part('finish');
  expect(await db.query(open)).toEqualRows([{ id: 4 }]);
  expect(
    await db.query(`select done_at = timestamptz '2026-03-01 09:00:04+00' as kept from jobs where id = 1`),
  ).toEqualRows([{ kept: true }]);
});
