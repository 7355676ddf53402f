const edits = (page: number, version: unknown, body: string) =>
  `select set_config('app.page', '${page}', false), set_config('app.version', '${version}', false), set_config('app.body', '${body}', false)`;

test('an editor opens, saves, and saves again with the new version', async ({ sql }) => {
  const db = await sql.open();
  const ana = await db.session('Ana');
  await ana.query(edits(2, 0, ''));
  expect(await ana.part('open')).toEqualRows([{ body: 'We ship on weekdays.', version: 7 }]);
  await ana.query(edits(2, 7, 'We ship daily.'));
  const saved = await ana.part('save');
  expect(saved.rows, 'rows of a save that nobody has come before').toHaveLength(1);
  await ana.query(edits(2, saved.rows[0]?.version, 'We ship daily, by bike.'));
  expect((await ana.part('save')).rows, 'rows of a save with the version of the last one').toHaveLength(1);
  expect(await db.query('select id, body from pages')).toEqualRows([
    { id: 1, body: 'Returns are free within 14 days.' },
    { id: 2, body: 'We ship daily, by bike.' },
  ]);
});

test('the second of two editors is told', async ({ sql }) => {
  const db = await sql.open();
  const [ana, ben] = [await db.session('Ana'), await db.session('Ben')];
  await ana.query(edits(1, 1, 'Returns are free.'));
  await ben.query(edits(1, 1, 'Returns cost 5 euros.'));
  await ana.part('open');
  await ben.part('open');
  expect((await ana.part('save')).rows, 'rows of the first save').toHaveLength(1);
  expect((await ben.part('save')).rows, 'rows of the second save, with the version of before the first').toHaveLength(
    0,
  );
  expect(await db.query('select body from pages where id = 1')).toEqualRows([{ body: 'Returns are free.' }]);
});

test('two saves at the same moment: one of them is told', async ({ sql }) => {
  // Somebody holds the row for a moment; meanwhile both saves begin.
  const db = await sql.open();
  const [holder, ana, ben] = [await db.session('holder'), await db.session('Ana'), await db.session('Ben')];
  await ana.query(edits(1, 1, 'Returns are free.'));
  await ben.query(edits(1, 1, 'Returns cost 5 euros.'));
  await holder.query('begin');
  await holder.query('select from pages where id = 1 for update');
  const saves = [await ana.start('save'), await ben.start('save')];
  await holder.query('rollback');
  let saved = 0;
  for (const save of saves) {
    const { error, rows } = await save.end();
    expect(error === null ? 'no error' : `error: ${error.reason}`, 'How a save ends').toBe('no error');
    saved += rows.length;
  }
  expect(saved, 'saves that returned a row').toBe(1);
});
