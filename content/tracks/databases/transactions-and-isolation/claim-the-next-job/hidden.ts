test('a worker that breaks down gives its job back', async ({ sql }) => {
  const db = await sql.open();
  const [one, two] = [await db.session('worker 1'), await db.session('worker 2')];
  await one.part('claim');
  await one.query('rollback');
  expect(await two.part('claim')).toEqualRows([{ id: 3, payload: 'mail to cleo' }]);
});

test('when all jobs are claimed or done there is no row, and nobody waits', async ({ sql }) => {
  const db = await sql.open({ prepare: 'delete from jobs where id in (2, 4)' });
  const [one, two] = [await db.session('worker 1'), await db.session('worker 2')];
  await one.part('claim');
  const claim = await two.start('claim');
  expect(claim.waitsFor, 'the sessions that the second worker waits for').toEqual([]);
  expect((await claim.end()).rows, 'rows of the second claim').toHaveLength(0);
});

test('jobs are added while others are claimed', async ({ sql }) => {
  const db = await sql.open();
  const [one, service] = [await db.session('worker 1'), await db.session('service')];
  await one.part('claim');
  const step = await service.startQuery(`insert into jobs (payload) values ('mail to eve')`);
  expect(step.waitsFor, 'the sessions that the service waits for').toEqual([]);
});

test('several workers empty the queue, each job once', async ({ sql, random }) => {
  const count = random.int(4, 7);
  const prepare = `delete from jobs;
    insert into jobs (id, payload, run_at)
    select n, 'job ' || n, timestamptz '2026-03-01 09:00+00' + (n * 7 % 5) * interval '1 minute' from generate_series(1, ${count}) as n`;
  const db = await sql.open({ prepare });
  const workers = [await db.session('worker 1'), await db.session('worker 2'), await db.session('worker 3')];
  const claimed: number[] = [];
  for (let round = 0; claimed.length < count && round < count; round++) {
    const busy: typeof workers = [];
    for (const worker of workers) {
      const { rows } = await worker.part('claim');
      if (rows.length === 0) await worker.query('rollback');
      else busy.push(worker);
      claimed.push(...rows.map(({ id }) => Number(id)));
    }
    for (const worker of random.shuffle(busy)) await worker.part('finish');
  }
  expect(
    claimed.toSorted((a, b) => a - b),
    'ids of the jobs that were claimed',
  ).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  expect(await db.query('select count(*)::int as open from jobs where done_at is null')).toEqualRows([{ open: 0 }]);
});
