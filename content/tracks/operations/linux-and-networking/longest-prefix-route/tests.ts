const table = (...networks: string[]) => networks.map((network) => ({ network, via: `by ${network}` }));

test('decides the examples of the task', async ({ call }) => {
  const routes = [
    { network: '0.0.0.0/0', via: 'internet' },
    { network: '10.0.0.0/8', via: 'office' },
    { network: '10.20.8.0/21', via: 'warehouse' },
  ];
  expect(await call('route', routes, '10.20.15.255')).toBe('warehouse');
  expect(await call('route', routes, '10.20.16.0')).toBe('office');
  expect(await call('route', routes, '192.0.2.7')).toBe('internet');
});

test('takes the longest prefix, wherever it stands', async ({ call }) => {
  for (const routes of [
    table('10.0.0.0/8', '10.20.0.0/16', '0.0.0.0/0'),
    table('10.20.0.0/16', '0.0.0.0/0', '10.0.0.0/8'),
  ]) {
    expect(await call('route', routes, '10.20.1.1')).toBe('by 10.20.0.0/16');
    expect(await call('route', routes, '10.21.1.1')).toBe('by 10.0.0.0/8');
  }
});

test('returns null when no network contains the address', async ({ call }) => {
  expect(await call('route', [], '10.0.0.1')).toBeNull();
  expect(await call('route', table('10.0.0.0/8', '192.0.2.0/24'), '11.0.0.0')).toBeNull();
});

test('knows where a network begins and ends', async ({ call }) => {
  const routes = table('10.20.8.0/21');
  for (const inside of ['10.20.8.0', '10.20.11.7', '10.20.15.255']) {
    expect(await call('route', routes, inside), inside).toBe('by 10.20.8.0/21');
  }
  for (const outside of ['10.20.7.255', '10.20.16.0', '10.21.8.0', '138.20.8.0']) {
    expect(await call('route', routes, outside), outside).toBeNull();
  }
});

test('refuses an address that is none', async ({ throws }) => {
  for (const address of ['10.0.0', '10.0.0.256', '10.0.0.0.1', '10.0.0.x', '010.0.0.1', '']) {
    expect((await throws('route', [], address)).message, address).toEqual(expect.any(String));
  }
});
