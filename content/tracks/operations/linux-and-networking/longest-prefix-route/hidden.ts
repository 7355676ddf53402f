const table = (...networks: string[]) => networks.map((network) => ({ network, via: `by ${network}` }));

test('a prefix of 0 contains every address, one of 32 a single one', async ({ call }) => {
  for (const address of ['0.0.0.0', '127.255.255.255', '128.0.0.0', '255.255.255.255']) {
    expect(await call('route', table('0.0.0.0/0'), address), address).toBe('by 0.0.0.0/0');
  }
  const one = table('203.0.113.7/32');
  expect(await call('route', one, '203.0.113.7')).toBe('by 203.0.113.7/32');
  expect(await call('route', one, '203.0.113.6')).toBeNull();
  expect(await call('route', one, '203.0.113.8')).toBeNull();
});

test('works in the upper half of the addresses', async ({ call }) => {
  const routes = table('128.0.0.0/1', '192.168.0.0/16', '255.255.255.0/24');
  expect(await call('route', routes, '200.1.2.3')).toBe('by 128.0.0.0/1');
  expect(await call('route', routes, '192.168.255.255')).toBe('by 192.168.0.0/16');
  expect(await call('route', routes, '255.255.255.255')).toBe('by 255.255.255.0/24');
  expect(await call('route', routes, '127.255.255.255')).toBeNull();
});

test('knows the borders of every length of prefix', async ({ call }) => {
  for (const [network, last, after] of [
    ['10.0.0.0/9', '10.127.255.255', '10.128.0.0'],
    ['172.16.0.0/12', '172.31.255.255', '172.32.0.0'],
    ['100.64.0.0/10', '100.127.255.255', '100.128.0.0'],
    ['10.0.4.0/22', '10.0.7.255', '10.0.8.0'],
    ['10.0.0.64/26', '10.0.0.127', '10.0.0.128'],
    ['10.0.0.6/31', '10.0.0.7', '10.0.0.8'],
  ]) {
    expect(await call('route', table(network!), last!), `${last} in ${network}`).toBe(`by ${network}`);
    expect(await call('route', table(network!), after!), `${after} in ${network}`).toBeNull();
  }
});

test('takes the first of two equal networks', async ({ call }) => {
  const routes = [
    { network: '10.0.0.0/8', via: 'first' },
    { network: '10.0.0.0/8', via: 'second' },
  ];
  expect(await call('route', routes, '10.1.1.1')).toBe('first');
});

test('refuses a network that is none, also one that would not be taken', async ({ throws }) => {
  for (const network of [
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '10.0.0/8',
    '10.0.0.0/8/8',
    '300.0.0.0/8',
    '10.0.0.0/x',
    '/8',
    '10.0.0.0/255.0.0.0',
  ]) {
    const routes = [...table('192.0.2.0/24'), ...table(network)];
    expect((await throws('route', routes, '192.0.2.1')).message, network).toEqual(expect.any(String));
  }
});

test('refuses a network with bits after its prefix', async ({ throws }) => {
  for (const network of ['10.20.8.1/21', '10.20.9.0/21', '10.0.0.1/0', '192.0.2.3/31', '128.0.0.0/0']) {
    expect((await throws('route', table(network), '10.0.0.1')).message, network).toEqual(expect.any(String));
  }
});

test('refuses leading zeros, signs and spaces', async ({ throws }) => {
  for (const address of [
    '10.0.0.01',
    '10.0.00.1',
    '+10.0.0.1',
    '10.0.0.-1',
    ' 10.0.0.1',
    '10.0.0.1 ',
    '10.0.0.1\n',
    '10..0.1',
    '0x0a.0.0.1',
    '1e1.0.0.1',
  ]) {
    expect((await throws('route', table('0.0.0.0/0'), address)).message, JSON.stringify(address)).toEqual(
      expect.any(String),
    );
  }
});

test('agrees with the reference on random tables', async ({ call, reference, random }) => {
  const write = (value: number) => [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
  for (let turn = 0; turn < 20; turn++) {
    const address = random.int(0, 2 ** 32 - 1);
    const networks = Array.from({ length: random.int(1, 12) }, () => {
      const length = random.int(0, 32);
      const size = 2 ** (32 - length);
      const near = random.bool() ? address : random.int(0, 2 ** 32 - 1);
      return `${write(near - (near % size))}/${length}`;
    });
    const expected = await reference.call('route', table(...networks), write(address));
    expect(await call('route', table(...networks), write(address)), `${write(address)} in ${networks}`).toBe(expected);
  }
});
