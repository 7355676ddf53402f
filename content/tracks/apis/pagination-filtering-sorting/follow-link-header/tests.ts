const targets = async (call: Fixtures['call'], header: string, rels: string[]) => {
  const found: Record<string, string | null> = {};
  for (const rel of rels) found[rel] = await call('linkTarget', header, rel);
  return found;
};

test('finds the targets of the example', async ({ call }) => {
  const header = '</orders?ids=1,2&cursor=abc>; rel="next", </orders>; rel="first"; title="All, from the start"';
  expect(await targets(call, header, ['next', 'first', 'prev'])).toEqual({
    next: '/orders?ids=1,2&cursor=abc',
    first: '/orders',
    prev: null,
  });
});

test('reads the examples of RFC 8288', async ({ call }) => {
  // RFC 8288, section 3.5: the first, second and fourth. The titles of the fourth are encoded as RFC 8187 says; they
  // hold no comma of their own.
  const chapter = '<http://example.com/TheBook/chapter2>; rel="previous"; title="previous chapter"';
  expect(await call('linkTarget', chapter, 'previous')).toBe('http://example.com/TheBook/chapter2');
  expect(await call('linkTarget', '</>; rel="http://example.net/foo"', 'http://example.net/foo')).toBe('/');
  const chapters =
    '</TheBook/chapter2>; rel="previous"; title*=UTF-8\'de\'letztes%20Kapitel, ' +
    '</TheBook/chapter4>; rel="next"; title*=UTF-8\'de\'n%c3%a4chstes%20Kapitel';
  expect(await targets(call, chapters, ['previous', 'next'])).toEqual({
    previous: '/TheBook/chapter2',
    next: '/TheBook/chapter4',
  });
});

test('takes a link with several relation types for each of them', async ({ call }) => {
  // RFC 8288, section 3.5, the fifth example.
  const header = '<http://example.org/>; rel="start http://example.net/relation/other"';
  expect(await targets(call, header, ['start', 'http://example.net/relation/other', 'star'])).toEqual({
    start: 'http://example.org/',
    'http://example.net/relation/other': 'http://example.org/',
    star: null,
  });
});

test('reads a value without quotes', async ({ call }) => {
  expect(await call('linkTarget', '</a>; rel=prev, </b>; rel=next', 'next')).toBe('/b');
});

test('finds rel after other parameters', async ({ call }) => {
  expect(await call('linkTarget', '</a>; title="Page 2"; crossorigin; rel="next"', 'next')).toBe('/a');
});

test('returns null for an empty header', async ({ call }) => {
  expect(await call('linkTarget', '', 'next')).toBe(null);
});
