type Tag = { name: string; attributes: Map<string, string>; text: string };

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  colon: ':',
  Tab: '\t',
  NewLine: '\n',
  lpar: '(',
  rpar: ')',
  sol: '/',
  period: '.',
};

/** Character references, as in text and in attributes. */
const decoded = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+);?|#([0-9]+);?|([a-z]+);)/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? named[name]! : all;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });

/** The elements of a page in their order, as the tokenizer of the HTML standard finds them; `text` is what follows the start tag, up to the next tag. */
function elements(html: string): Tag[] {
  const found: Tag[] = [];
  const raw = /^(?:script|style|xmp|iframe|noembed|noframes|noscript|title|textarea)$/;
  let at = 0;
  let last: Tag | undefined;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const until = next === -1 ? html.length : next;
    if (last !== undefined) last.text += decoded(html.slice(at, until));
    at = until;
    if (at >= html.length) break;
    const rest = html.slice(at);
    if (rest.startsWith('<!--')) {
      const end = /^<!--(?:>|->)|--!?>/.exec(rest);
      at = end === null ? html.length : at + end.index + end[0].length;
    } else if (/^<(?:[!?]|\/[^a-z])/i.test(rest)) {
      const end = html.indexOf('>', at);
      at = end === -1 ? html.length : end + 1;
    } else if (/^<\/?[a-z]/i.test(rest)) {
      const closing = rest[1] === '/';
      const [start = '', name = ''] = /^<\/?([^\s/>]+)/.exec(rest) ?? [];
      at += start.length;
      const attributes = new Map<string, string>();
      for (;;) {
        at += (/^[\s/]*/.exec(html.slice(at)) ?? [''])[0].length;
        if (at >= html.length || html[at] === '>') break;
        const [all = '', key = '', , double, single, bare] =
          /^(=?[^\s/>=]*)(\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s>]*)))?/.exec(html.slice(at)) ?? [];
        at += Math.max(all.length, 1);
        const value = decoded(double ?? single ?? bare ?? '');
        if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), value);
      }
      if (at >= html.length) break; // a tag that never ends is dropped
      at += 1;
      last = { name: name.toLowerCase(), attributes, text: '' };
      if (closing) continue;
      found.push(last);
      if (!raw.test(last.name)) continue;
      const end = new RegExp(`</${last.name}(?=[\\s/>])`, 'i').exec(html.slice(at));
      const inside = html.slice(at, end === null ? html.length : at + end.index);
      last.text = /^(?:title|textarea)$/.test(last.name) ? decoded(inside) : inside;
      at += inside.length;
      last = undefined;
    } else {
      if (last !== undefined) last.text += '<';
      at += 1;
    }
  }
  return found;
}

type Page = { status: number; headers: Record<string, string>; body: string };
type Send = (method: string, path: string, options?: object) => Promise<Page>;

async function pageOf(request: Send, reviews: { author: string; website: string; text: string }[], q = '') {
  for (const json of reviews) {
    const { status } = await request('POST', '/books/slow-queries/reviews', { json });
    expect(status, `storing ${JSON.stringify(json)}`).toBe(201);
  }
  const page = await request('GET', '/books/slow-queries', { query: { q } });
  expect(page.status, 'the status of the page').toBe(200);
  expect(page.headers['content-type'], 'the type of the page').toContain('text/html');
  const all = elements(page.body);
  const classed = (name: string, wanted: string) =>
    all.filter(
      (element) => element.name === name && (element.attributes.get('class') ?? '').split(' ').includes(wanted),
    );
  const script = all.find(({ name, attributes }) => name === 'script' && attributes.get('id') === 'shown');
  const [, json = 'null'] = /const shown = ([^]*?);\s*$/.exec(script?.text ?? '') ?? [];
  let shown: unknown = json;
  try {
    shown = JSON.parse(json);
  } catch {
    // What stands there is compared as it is.
  }
  return {
    texts: classed('p', 'text').map(({ text }) => text),
    authors: all.filter(({ name }) => name === 'b').map(({ text, attributes }) => [text, attributes.get('title')]),
    websites: classed('a', 'website').map(({ attributes }) => attributes.get('href')),
    search: all
      .find(({ name, attributes }) => name === 'input' && attributes.get('name') === 'q')
      ?.attributes.get('value'),
    shown,
  };
}

test('shows texts exactly as they were written', async ({ request }) => {
  const texts = [
    'if (a < b && b > c) use <b>bold</b>',
    'The tag <script> needs a </script>',
    '"Read it", she said. It\'s good.',
    '&lt; is how you write it, &amp;lt; is how you write that',
    'javascript: the good parts',
  ];
  const page = await pageOf(
    request,
    texts.map((text) => ({ author: 'Amira', website: '', text })),
  );
  expect(page.texts, 'the texts in the page').toEqual(texts);
});

test('shows names with any characters', async ({ request }) => {
  const names = ["Miles O'Hara", 'Ada "The Lock" Bell', 'A & B <both>', '&quot;'];
  const page = await pageOf(
    request,
    names.map((author) => ({ author, website: '', text: 'Good' })),
  );
  expect(page.authors, 'text and title of each author').toEqual(names.map((name) => [name, name]));
});

test('links to websites, and to nothing else', async ({ request }) => {
  const page = await pageOf(
    request,
    ['http://ben.example/?a=1&b=2', 'HTTPS://Chloe.example/', 'ftp://old.example/', 'just me', 'data:text/html,hi'].map(
      (website) => ({ author: 'Amira', website, text: 'Good' }),
    ),
  );
  expect(
    page.websites.map((href) => href?.toLowerCase()),
    'the links in the page',
  ).toEqual(['http://ben.example/?a=1&b=2', 'https://chloe.example/']);
});

test('searches for any characters', async ({ request }) => {
  for (const q of ['"quoted"', "it's", '<b>', 'a & b', '</script>', '<!-- no comment', '\\u003c', '&#39;']) {
    const page = await pageOf(request, [], q);
    expect(page.search, `the value of the input for ${q}`).toBe(q);
    expect(page.shown, `the JSON in the script for ${q}`).toEqual({ book: 'slow-queries', q });
  }
});

test('shows random texts as they are', async ({ request, reference, random }) => {
  const pieces = ['<', '>', '&', '"', "'", 'a', 'b', ' x', '/', '=', '&amp;', '<i>', '\\'];
  const written = () => `t${Array.from({ length: 8 }, () => random.pick(pieces)).join('')}t`;
  const reviews = Array.from({ length: 6 }, () => ({ author: written(), website: '', text: written() }));
  const q = written();
  const page = await pageOf(request, reviews, q);
  expect(page, 'what the page shows').toEqual(await pageOf(reference.request as Send, reviews, q));
  expect(page.texts, 'the texts').toEqual(reviews.map(({ text }) => text));
  expect(page.authors, 'the authors').toEqual(reviews.map(({ author }) => [author, author]));
  expect(page.search, 'the value of the input').toBe(q);
  expect(page.shown, 'the JSON in the script').toEqual({ book: 'slow-queries', q });
});
