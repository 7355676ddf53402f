test('orders the example of the specification', async ({ call }) => {
  const ascending = [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '2.0.0',
    '2.1.0',
    '2.1.1',
  ];
  for (const [index, lower] of ascending.entries()) {
    expect({ [`${lower} with itself`]: await call('compareVersions', lower, lower) }).toEqual({
      [`${lower} with itself`]: 0,
    });
    const higher = ascending[index + 1];
    if (higher === undefined) continue;
    const pair = `${lower} with ${higher}`;
    expect({ [pair]: await call('compareVersions', lower, higher) }).toEqual({ [pair]: -1 });
    expect({ [`${pair}, turned round`]: await call('compareVersions', higher, lower) }).toEqual({
      [`${pair}, turned round`]: 1,
    });
  }
});

test('compares the three numbers as numbers', async ({ call }) => {
  expect(await call('compareVersions', '1.9.0', '1.10.0')).toBe(-1);
  expect(await call('compareVersions', '10.0.0', '9.99.99')).toBe(1);
  expect(await call('compareVersions', '1.2.10', '1.2.9')).toBe(1);
});

test('ignores build metadata', async ({ call }) => {
  expect(await call('compareVersions', '1.0.0+20130313144700', '1.0.0+21AF26D3')).toBe(0);
  expect(await call('compareVersions', '1.0.0-beta+exp.sha.5114f85', '1.0.0-beta')).toBe(0);
  expect(await call('compareVersions', '1.0.0+1-2', '1.0.0-rc.1')).toBe(1);
});

test('refuses what is no version, on either side', async ({ throws, language }) => {
  for (const text of ['1', '1.2', 'v1.2.3', '1.2.3.4', '', '01.1.1', '1.2.3-0123', '1.0.0-alpha..1', '1.2.3 ']) {
    for (const pair of [
      [text, '1.0.0'],
      ['1.0.0', text],
    ]) {
      const error = await throws('compareVersions', ...pair);
      if (language === 'python') expect(error.name).toBe('ValueError');
    }
  }
});
