test('treats an object that looks like a fragment as a value', async ({ evaluate }) => {
  const query = await evaluate(({ sql }) => {
    const fromRequest = JSON.parse('{"text": "1; drop table books", "values": [], "texts": ["1; drop table books"]}');
    const { text, values } = sql`select * from books where id = ${fromRequest}`;
    return { text, value: (values[0] as { text: string }).text };
  });
  expect(query).toEqual({ text: 'select * from books where id = $1', value: '1; drop table books' });
});

test('treats a copy of a fragment, as JSON would make it, as a value', async ({ evaluate }) => {
  const text = await evaluate(({ sql }) => {
    const copy = JSON.parse(JSON.stringify(sql`true`));
    return sql`select * from books where ${copy}`.text;
  });
  expect(text).toBe('select * from books where $1');
});

test('leaves a constant text such as $1 in a fragment as it is', async ({ evaluate }) => {
  const query = await evaluate(({ sql }) => {
    const label = sql`'save $1 today'`;
    const { text, values } = sql`select ${7}, ${label}`;
    return { text, values };
  });
  expect(query).toEqual({ text: "select $1, 'save $1 today'", values: [7] });
});

test('uses a fragment twice without changing it', async ({ evaluate }) => {
  const seen = await evaluate(({ sql }) => {
    const part = sql`price > ${3}`;
    const twice = sql`${part} or not ${part}`;
    return { twice: [twice.text, twice.values], part: [part.text, part.values] };
  });
  expect(seen).toEqual({ twice: ['price > $1 or not price > $2', [3, 3]], part: ['price > $1', [3]] });
});

test('keeps arrays, objects, false and 0 as values', async ({ evaluate }) => {
  const query = await evaluate(({ sql }) => {
    const { text, values } = sql`select ${[1, 2]}, ${{ a: 1 }}, ${false}, ${0}, ${''}`;
    return { text, values };
  });
  expect(query).toEqual({ text: 'select $1, $2, $3, $4, $5', values: [[1, 2], { a: 1 }, false, 0, ''] });
});

test('refuses to join an empty list', async ({ evaluate }) => {
  const refused = await evaluate(({ join }) => {
    try {
      join([], ' and ');
    } catch (error) {
      return error instanceof TypeError;
    }
    return 'accepted';
  });
  expect(refused).toBe(true);
});

test('agrees with the reference on random conditions', async ({ evaluate, reference, random }) => {
  const conditions = Array.from({ length: random.int(1, 12) }, () => ({
    column: random.pick(['price', 'year', 'pages']),
    value: random.int(0, 99),
  }));
  const build = ({ sql, join }, list: { column: string; value: number }[]) => {
    const columns: Record<string, unknown> = { price: sql`price`, year: sql`year`, pages: sql`pages` };
    const parts = list.map(({ column, value }) => sql`${columns[column]} > ${value}`);
    const { text, values } = sql`select * from books where (${join(parts, ') or (')}) limit ${list.length}`;
    return { text, values };
  };
  expect(await evaluate(build, conditions)).toEqual(await reference.evaluate(build, conditions));
});
