const words = [
  'alpha',
  'bravo',
  'charlie',
  'delta',
  'echo',
  'foxtrot',
  'golf',
  'hotel',
  'india',
  'juliett',
  'kilo',
  'lima',
];

test('names a service that needs itself', async ({ throws }) => {
  const { message } = await throws('startOrder', {
    kilo: ['lima'],
    lima: ['lima', 'mike'],
    mike: [],
    november: ['kilo'],
  });
  expect(message).toContain('lima');
  for (const name of ['kilo', 'mike', 'november'])
    expect(message, 'A service outside of the circle').not.toContain(name);
});

test('does not take for a circle what is reached on two ways', async ({ call }) => {
  expect(
    await call('startOrder', { delta: ['bravo', 'charlie'], bravo: ['alpha'], charlie: ['alpha'], alpha: [] }),
  ).toEqual(['alpha', 'bravo', 'charlie', 'delta']);
});

test('finds a long circle, with services that wait for it and services that it needs', async ({ throws }) => {
  const needs = {
    hotel: ['golf'],
    golf: ['foxtrot', 'alpha'],
    foxtrot: ['echo'],
    echo: ['bravo', 'delta'],
    delta: ['charlie', 'golf'],
    charlie: [],
    bravo: [],
    alpha: ['bravo'],
    india: ['hotel', 'echo'],
  };
  const { message } = await throws('startOrder', needs);
  for (const name of ['golf', 'foxtrot', 'echo', 'delta']) expect(message, 'A service of the circle').toContain(name);
  for (const name of ['hotel', 'charlie', 'bravo', 'alpha', 'india']) {
    expect(message, 'A service outside of the circle').not.toContain(name);
  }
});

test('orders a chain of 5,000 services, and 5,000 side by side, in time', async ({ evaluate }) => {
  const driver = {
    ts: ({ startOrder }, many) => {
      const name = (index: number) =>
        [676, 26, 1].map((digit) => String.fromCharCode(97 + (Math.floor(index / digit) % 26))).join('');
      const chain: Record<string, string[]> = {};
      for (let index = 0; index < many; index++) chain[name(index)] = index + 1 < many ? [name(index + 1)] : [];
      const wide: Record<string, string[]> = {};
      for (let index = 0; index < many; index++) wide[name((index * 7919) % many)] = [];
      const [a, b] = [startOrder(chain), startOrder(wide)];
      return [a.length, a[0], a.at(-1), b.length, b[0], b.at(-1)];
    },
    py: `
      def drive(solution, many):
          def name(index):
              return "".join(chr(97 + index // digit % 26) for digit in (676, 26, 1))

          chain = {name(i): [name(i + 1)] if i + 1 < many else [] for i in range(many)}
          wide = {name(i * 7919 % many): [] for i in range(many)}
          a, b = solution.start_order(chain), solution.start_order(wide)
          return [len(a), a[0], a[-1], len(b), b[0], b[-1]]
    `,
  };
  const seen = await evaluate(driver, 5000);
  expect(seen, 'Of the chain and of the others: how many, the first and the last').toEqual([
    5000,
    'hkh',
    'aaa',
    5000,
    'aaa',
    'hkh',
  ]);
});

test('does not change what it is given', async ({ evaluate }) => {
  const driver = {
    ts: ({ startOrder }, needs) => {
      startOrder(needs);
      return needs;
    },
    py: `
      def drive(solution, needs):
          solution.start_order(needs)
          return needs
    `,
  };
  const needs = { web: ['api'], api: ['database', 'cache'], cache: [], database: [] };
  expect(await evaluate(driver, needs)).toEqual(needs);
});

test('agrees with the reference on random services', async ({ call, reference, random }) => {
  for (let turn = 0; turn < 25; turn++) {
    const names = random.shuffle(words);
    const needs = Object.fromEntries(
      random.shuffle(
        names.map((name, index) => [name, names.slice(0, index).filter(() => random.int(1, 4) === 1)] as const),
      ),
    );
    expect(await call('startOrder', needs), `startOrder(${JSON.stringify(needs)})`).toEqual(
      await reference.call('startOrder', needs),
    );
  }
});
