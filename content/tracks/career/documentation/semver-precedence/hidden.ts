test('compares numbers of any length exactly', async ({ call }) => {
  const long = '99999999999999999999999.999999999999999999.99999999999999999';
  expect(await call('compareVersions', long, long)).toBe(0);
  expect(await call('compareVersions', '9007199254740993.0.0', '9007199254740992.0.0')).toBe(1);
  expect(await call('compareVersions', '1.0.0-9007199254740992', '1.0.0-9007199254740993')).toBe(-1);
  expect(await call('compareVersions', '1.0.0-99999999999999999999', '1.0.0-100000000000000000000')).toBe(-1);
});

test('compares identifiers with letters in the order of ASCII', async ({ call }) => {
  expect(await call('compareVersions', '1.0.0-RC', '1.0.0-alpha')).toBe(-1);
  expect(await call('compareVersions', '1.0.0-a', '1.0.0-B')).toBe(1);
  expect(await call('compareVersions', '1.0.0-rc10', '1.0.0-rc9')).toBe(-1);
  expect(await call('compareVersions', '1.0.0--', '1.0.0-0a')).toBe(-1);
});

test('puts digits before everything else, and a longer list after a shorter one', async ({ call }) => {
  expect(await call('compareVersions', '1.0.0-999', '1.0.0-0a')).toBe(-1);
  expect(await call('compareVersions', '1.0.0-rc.999', '1.0.0-rc.-')).toBe(-1);
  expect(await call('compareVersions', '1.0.0-rc', '1.0.0-rc.0')).toBe(-1);
  expect(await call('compareVersions', '1.0.0-rc.0.0', '1.0.0-rc.0')).toBe(1);
});

test('decides by the numbers before it looks at the pre-release', async ({ call }) => {
  expect(await call('compareVersions', '1.0.1-alpha', '1.0.0')).toBe(1);
  expect(await call('compareVersions', '2.0.0-0', '1.9.9')).toBe(1);
});

test('takes every valid version of the published list', async ({ call }) => {
  const valid = [
    '0.0.4',
    '10.20.30',
    '1.1.2-prerelease+meta',
    '1.1.2+meta',
    '1.1.2+meta-valid',
    '1.0.0-alpha.beta.1',
    '1.0.0-alpha0.valid',
    '1.0.0-alpha.0valid',
    '1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay',
    '2.0.0-rc.1+build.123',
    '10.2.3-DEV-SNAPSHOT',
    '1.2.3-SNAPSHOT-123',
    '2.0.0+build.1848',
    '2.0.1-alpha.1227',
    '1.0.0-alpha+beta',
    '1.2.3----RC-SNAPSHOT.12.9.1--.12+788',
    '1.2.3----R-S.12.9.1--.12+meta',
    '1.0.0+0.build.1-rc.10000aaa-kk-0.1',
    '1.0.0+001',
    '1.0.0-0A.is.legal',
  ];
  for (const version of valid) {
    expect({ [version]: await call('compareVersions', version, version) }).toEqual({ [version]: 0 });
  }
});

test('refuses every invalid version of the published list', async ({ throws }) => {
  const invalid = [
    '1.2.3-0123.0123',
    '1.1.2+.123',
    '+invalid',
    '-invalid',
    '-invalid+invalid',
    '-invalid.01',
    'alpha',
    'alpha.beta.1',
    'alpha+beta',
    'alpha_beta',
    'alpha..',
    '1.0.0-alpha_beta',
    '1.0.0-alpha.',
    '1.0.0-alpha...1',
    '1.01.1',
    '1.1.01',
    '1.2.3.DEV',
    '1.2-SNAPSHOT',
    '1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788',
    '-1.0.3-gamma+b7718',
    '+justmeta',
    '9.8.7+meta+meta',
    '9.8.7-whatever+meta+meta',
    '1.0.0-',
    '1.0.0+',
    ' 1.0.0',
    '1.0.0\n',
    '1..0',
    '1.0.0-bêta',
  ];
  for (const version of invalid) await throws('compareVersions', version, '1.0.0');
});

test('agrees with the reference on random versions', async ({ call, reference, random }) => {
  const identifier = () => random.pick(['0', '1', '2', '11', 'a', 'B', 'rc', 'rc1', '-', '1a', 'beta']);
  const version = () => {
    const core = [random.int(0, 1), random.pick([2, 10]), random.int(0, 1)].join('.');
    const pre = Array.from({ length: random.int(0, 3) }, identifier).join('.');
    return core + (pre && `-${pre}`) + (random.bool() ? `+${identifier()}` : '');
  };
  for (let round = 0; round < 20; round++) {
    const [a, b] = [version(), version()];
    const pair = `${a} with ${b}`;
    expect({ [pair]: await call('compareVersions', a, b) }).toEqual({
      [pair]: await reference.call('compareVersions', a, b),
    });
  }
});
