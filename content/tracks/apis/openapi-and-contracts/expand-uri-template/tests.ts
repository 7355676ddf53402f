// The variables and examples of RFC 6570, sections 1.2, 3.2.2, 3.2.3 and 3.2.4.
const variables = {
  var: 'value',
  hello: 'Hello World!',
  half: '50%',
  base: 'http://example.com/home/',
  path: '/foo/bar',
  empty: '',
  undef: null,
};

for (const [section, examples] of Object.entries({
  '1.2, level 1': { '{var}': 'value', '{hello}': 'Hello%20World%21' },
  '1.2, level 2': {
    '{+var}': 'value',
    '{+hello}': 'Hello%20World!',
    '{+path}/here': '/foo/bar/here',
    'here?ref={+path}': 'here?ref=/foo/bar',
    'X{#var}': 'X#value',
    'X{#hello}': 'X#Hello%20World!',
  },
  '3.2.2, simple': {
    '{half}': '50%25',
    'O{empty}X': 'OX',
    'O{undef}X': 'OX',
    '{base}index': 'http%3A%2F%2Fexample.com%2Fhome%2Findex',
  },
  '3.2.3, reserved': {
    '{+half}': '50%25',
    '{+base}index': 'http://example.com/home/index',
    'O{+empty}X': 'OX',
    'O{+undef}X': 'OX',
    'up{+path}{var}/here': 'up/foo/barvalue/here',
  },
  '3.2.4, fragment': { '{#half}': '#50%25', 'foo{#empty}': 'foo#', 'foo{#undef}': 'foo' },
})) {
  test(`expands the examples of RFC 6570, section ${section}`, async ({ call }) => {
    for (const [template, address] of Object.entries(examples)) {
      expect(await call('expand', template, variables), template).toBe(address);
    }
  });
}

test('keeps a template without expressions', async ({ call }) => {
  expect(await call('expand', '/books?page=2&sort=title#top', {})).toBe('/books?page=2&sort=title#top');
  expect(await call('expand', '', {})).toBe('');
});

test('refuses what is no expression of level 1 or 2', async ({ throws }) => {
  for (const template of ['{?var}', '{/var}', '{var,hello}', '{var*}', '{var:3}', '{}', '{+}', '{va r}']) {
    expect((await throws('expand', template, variables)).message, template).toEqual(expect.any(String));
  }
});
