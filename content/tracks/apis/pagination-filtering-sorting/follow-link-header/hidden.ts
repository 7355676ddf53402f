test('is not misled by commas, semicolons and brackets in a quoted value', async ({ call }) => {
  const header = '</a>; title="x, </evil>; rel=next"; rel="prev", </b>; rel="next"';
  expect(await call('linkTarget', header, 'next')).toBe('/b');
  expect(await call('linkTarget', header, 'prev')).toBe('/a');
});

test('is not misled by escaped quotes and backslashes', async ({ call }) => {
  const header = String.raw`</a>; title="she said \"go; rel=next\", twice"; rel=prev, </b>; title="C:\\"; rel="next"`;
  expect(await call('linkTarget', header, 'next')).toBe('/b');
  expect(await call('linkTarget', header, 'prev')).toBe('/a');
});

test('keeps commas, semicolons and quotes in an address', async ({ call }) => {
  expect(await call('linkTarget', '</a;v=1?q="x",y>; rel="next"', 'next')).toBe('/a;v=1?q="x",y');
});

test('does not mind upper case in names and relation types', async ({ call }) => {
  expect(await call('linkTarget', '</a>; REL="Next"', 'next')).toBe('/a');
  expect(await call('linkTarget', '</a>; rel="next"', 'NEXT')).toBe('/a');
});

test('does not mind spaces and tabs, or their absence', async ({ call }) => {
  expect(await call('linkTarget', '</a>;rel="prev",</b>;rel="next"', 'next')).toBe('/b');
  expect(await call('linkTarget', '</a> ; rel = "prev"\t,\t</b>\t;\trel = next', 'next')).toBe('/b');
});

test('lets only the first rel of a link count', async ({ call }) => {
  // RFC 8288, section 3.3.
  expect(await call('linkTarget', '</a>; rel="prev"; rel="next", </b>; rel="next"', 'next')).toBe('/b');
});

test('takes rel only from the parameter of that name', async ({ call }) => {
  const header = '</a>; prel="next"; title="rel=next"; rev="next", </b>; rel="next"';
  expect(await call('linkTarget', header, 'next')).toBe('/b');
});

test('takes the first of several links with the same relation', async ({ call }) => {
  expect(await call('linkTarget', '</a>; rel="next", </b>; rel="next"', 'next')).toBe('/a');
});

test('agrees with the reference on random headers', async ({ call, reference, random }) => {
  const rels = ['next', 'prev', 'first', 'last'];
  const quote = (value: string) => `"${value.replace(/["\\]/g, String.raw`\$&`)}"`;
  for (let i = 0; i < 10; i++) {
    const links = Array.from({ length: random.int(0, 5) }, () => {
      const title = `; title=${quote(random.string(6, 'ab,;"<>\\= '))}`;
      const rel = `; rel=${random.bool() ? random.pick(rels) : quote(`${random.pick(rels)} ${random.pick(rels)}`)}`;
      return `</${random.string(5, 'ab,;=?')}>${random.shuffle([title, rel]).join('')}`;
    });
    const header = links.join(', ');
    const rel = random.pick(rels);
    const target = await call('linkTarget', header, rel);
    expect({ header, rel, target }).toEqual({ header, rel, target: await reference.call('linkTarget', header, rel) });
  }
});
