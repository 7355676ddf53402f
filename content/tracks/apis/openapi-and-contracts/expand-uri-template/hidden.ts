test('encodes each reserved character in {name}, and keeps it in {+name} and {#name}', async ({ call }) => {
  for (const one of ":/?#[]@!$&'()*+,;=") {
    const code = `%${one.charCodeAt(0).toString(16).toUpperCase()}`;
    expect(await call('expand', 'a{x}b', { x: one }), `{x} with ${one}`).toBe(`a${code}b`);
    expect(await call('expand', 'a{+x}b', { x: one }), `{+x} with ${one}`).toBe(`a${one}b`);
    expect(await call('expand', 'a{#x}b', { x: one }), `{#x} with ${one}`).toBe(`a#${one}b`);
  }
});

test('keeps letters, digits and - . _ ~ everywhere', async ({ call }) => {
  const x = 'azAZ09-._~';
  expect(await call('expand', '{x}|{+x}|{#x}', { x })).toBe(`${x}%7C${x}%7C#${x}`);
});

test('encodes the bytes of UTF-8', async ({ call }) => {
  for (const [x, encoded] of [
    ['Zoë', 'Zo%C3%AB'],
    ['€', '%E2%82%AC'],
    ['😀', '%F0%9F%98%80'],
    ['a b\n', 'a%20b%0A'],
    ['"<>\\^`{|}', '%22%3C%3E%5C%5E%60%7B%7C%7D'],
  ]) {
    expect(await call('expand', '{x}', { x }), `{x} with ${x}`).toBe(encoded);
    expect(await call('expand', '{+x}', { x }), `{+x} with ${x}`).toBe(encoded);
  }
});

test('keeps an encoded byte in {+name}, and encodes its % in {name}', async ({ call }) => {
  expect(await call('expand', '{+x}', { x: '%20/%zz%4' })).toBe('%20/%25zz%254');
  expect(await call('expand', '{#x}', { x: '%e2%82%ac' })).toBe('#%e2%82%ac');
  expect(await call('expand', '{x}', { x: '%20' })).toBe('%2520');
});

test('encodes outside of braces what no address may hold', async ({ call }) => {
  expect(await call('expand', '/Bücher/{x} neu?a=%20&b=5%', { x: 'y' })).toBe('/B%C3%BCcher/y%20neu?a=%20&b=5%25');
});

test('does not expand what a value brings along', async ({ call }) => {
  expect(await call('expand', '{x}/{+x}', { x: '{y}', y: 'no' })).toBe('%7By%7D/%7By%7D');
  expect(await call('expand', '{+x}', { x: '$&$1' })).toBe('$&$1');
});

test('finds names with dots, digits and underscores, and only own ones', async ({ call }) => {
  const names = { 'book.title': 'T', _1: 'U', '42': 'V', a_b: 'W' };
  expect(await call('expand', '{book.title}{_1}{42}{+a_b}', names)).toBe('TUVW');
  expect(await call('expand', 'x{toString}{constructor}{+__proto__}', {})).toBe('x');
  expect(await call('expand', 'x{#missing}y{gone}', { gone: null })).toBe('xy');
});

test('refuses braces without a partner and other operators', async ({ throws }) => {
  const templates = [
    '{x',
    'x}',
    '{{x}}',
    '{x}}',
    '{x{y}',
    '{&x}',
    '{;x}',
    '{.x}',
    '{!x}',
    '{+#x}',
    '{ x}',
    '{x-y}',
    '{#}',
  ];
  for (const template of templates) {
    expect((await throws('expand', template, { x: '1', y: '2' })).message, template).toEqual(expect.any(String));
  }
});

test('agrees with the reference on random templates', async ({ call, reference, random }) => {
  const value = () =>
    Array.from({ length: random.int(0, 8) }, () => random.pick([..."aZ9-~ %/?#[]!'()*ë€😀{}%"])).join('');
  for (let turn = 0; turn < 10; turn++) {
    const values = { a: value(), b: random.bool() ? value() : null, c: `%${random.string(2, '0123456789abcdefg')}` };
    const template = Array.from({ length: random.int(1, 6) }, () =>
      random.pick(['{a}', '{+a}', '{#a}', '{b}', '{+b}', '{#b}', '{c}', '{+c}', '/x', '?q=', ' ']),
    ).join('');
    const expected = await reference.call('expand', template, values);
    expect(await call('expand', template, values), JSON.stringify({ template, values })).toBe(expected);
  }
});
