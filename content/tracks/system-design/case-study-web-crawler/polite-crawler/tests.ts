type Site = {
  robots?: { status?: number; body?: string; fails?: 'refused' };
  latencyMs?: number;
  /** The links of each page by its path. A number is a page with that status. */
  pages: Record<string, string[] | number>;
};
type Answer = { pages: { url: string; status: number | null }[]; forbidden: string[] };

const pauseMs = 1000;
const htmlOf = (links: string[]) => `<p>${links.map((link) => `<a href="${link}">a page</a>`).join(' and ')}</p>`;

function put(upstream: Fixtures['upstream'], host: string, { robots = { status: 404 }, latencyMs = 0, pages }: Site) {
  upstream.reply('GET', `https://${host}/robots.txt`, { ...robots, latencyMs });
  for (const [path, page] of Object.entries(pages)) {
    const reply = typeof page === 'number' ? { status: page } : { body: htmlOf(page) };
    upstream.reply('GET', `https://${host}${path}`, { ...reply, latencyMs });
  }
}

async function crawl(request: Fixtures['request'], start: string[], hosts: string[], pagesMax = 50) {
  const answer = await request('POST', '/crawls', { json: { start, hosts, pagesMax } });
  expect(answer.status).toBe(200);
  const { pages, forbidden }: Answer = answer.json;
  return {
    pages: pages.map(({ url, status }) => `${status} ${url}`).sort(),
    forbidden: [...forbidden].sort(),
  };
}

/** Moments at which a host was asked, from the first request of the crawl on. */
function asked(upstream: Fixtures['upstream'], host: string) {
  const calls = upstream.calls();
  return calls.filter(({ url }) => new URL(url).host === host).map(({ atMs }) => atMs - calls[0]!.atMs);
}

test('crawls a site, and tells the status of each page', async ({ request, upstream }) => {
  put(upstream, 'press.test', {
    pages: {
      '/': ['/books', 'about', '/gone'],
      '/books': ['/books/7', '/'],
      '/books/7': [],
      '/about': [],
      '/gone': 404,
    },
  });
  expect(await crawl(request, ['https://press.test/'], ['press.test'])).toEqual({
    pages: [
      '200 https://press.test/',
      '200 https://press.test/about',
      '200 https://press.test/books',
      '200 https://press.test/books/7',
      '404 https://press.test/gone',
    ],
    forbidden: [],
  });
});

test('asks for robots.txt first, once, and tells its name', async ({ request, upstream }) => {
  put(upstream, 'press.test', { pages: { '/': ['/a', '/b'], '/a': [], '/b': [] } });
  await crawl(request, ['https://press.test/', 'https://press.test/a'], ['press.test']);
  const calls = upstream.calls();
  expect(calls.map(({ url }) => new URL(url).pathname).filter((path) => path === '/robots.txt')).toHaveLength(1);
  expect(calls[0]?.url).toBe('https://press.test/robots.txt');
  expect(calls.map(({ headers }) => headers['user-agent'])).toEqual(calls.map(() => 'shopbot'));
});

test('asks a host again a second after it has answered', async ({ request, upstream }) => {
  put(upstream, 'press.test', { latencyMs: 700, pages: { '/': ['/a', '/b'], '/a': [], '/b': [] } });
  await crawl(request, ['https://press.test/'], ['press.test']);
  expect(asked(upstream, 'press.test'), 'When the host was asked, in ms').toEqual(
    [0, 1, 2, 3].map((n) => n * (700 + pauseMs)),
  );
});

test('crawls hosts side by side', async ({ request, upstream }) => {
  put(upstream, 'slow.test', { latencyMs: 20_000, pages: { '/': ['/a'], '/a': [] } });
  put(upstream, 'quick.test', { latencyMs: 100, pages: { '/': ['/a', '/b'], '/a': [], '/b': [] } });
  await crawl(request, ['https://slow.test/', 'https://quick.test/'], ['slow.test', 'quick.test']);
  expect(asked(upstream, 'quick.test'), 'When the quick host was asked, in ms').toEqual([0, 1100, 2200, 3300]);
  expect(asked(upstream, 'slow.test'), 'When the slow host was asked, in ms').toEqual([0, 21_000, 42_000]);
});

test('requests a page once, however it is written', async ({ request, upstream }) => {
  const links = ['/a', '/a#top', 'https://PRESS.test:443/a', './x/../a', '/a?page=1', '/b', '/'];
  put(upstream, 'press.test', { pages: { '/': links, '/a': [...links, '/#top'], '/b': links } });
  const { pages } = await crawl(request, ['https://press.test', 'https://press.test/#news'], ['press.test']);
  expect(pages).toEqual([
    '200 https://press.test/',
    '200 https://press.test/a',
    '200 https://press.test/a?page=1',
    '200 https://press.test/b',
  ]);
  expect(upstream.calls(), 'Calls with that of robots.txt').toHaveLength(5);
});

test('stays on https and on the hosts that were named', async ({ request, upstream }) => {
  put(upstream, 'press.test', {
    pages: {
      '/': [
        'https://other.test/',
        'http://press.test/plain',
        'https://press.test:8443/port',
        'https://press.test.evil.test/',
        'mailto:editor@press.test',
        'https://[',
        '//press.test/ok',
      ],
      '/ok': [],
    },
  });
  const { pages } = await crawl(request, ['https://press.test/'], ['press.test']);
  expect(pages).toEqual(['200 https://press.test/', '200 https://press.test/ok']);
  expect(upstream.calls().map(({ url }) => url)).toHaveLength(3);
});

test('keeps to its own group of rules, and not to those for all', async ({ request, upstream }) => {
  const body =
    'User-agent: *\nDisallow: /books\n\nUser-agent: shopbot\nDisallow: /cart\n\nUser-agent: otherbot\nDisallow: /';
  const pages = { '/': ['/books', '/cart', '/cart/7'], '/books': [], '/cart': [], '/cart/7': [] };
  put(upstream, 'press.test', { robots: { body }, pages });
  expect(await crawl(request, ['https://press.test/'], ['press.test'])).toEqual({
    pages: ['200 https://press.test/', '200 https://press.test/books'],
    forbidden: ['https://press.test/cart', 'https://press.test/cart/7'],
  });
});

test('lets the longest rule decide, and allows where two are equal', async ({ request, upstream }) => {
  const rules = [
    'Disallow: /books',
    'Allow: /books/new',
    'Disallow: /books/new/secret',
    'Disallow: /same',
    'Allow: /same',
  ];
  const paths = ['/books/old', '/books/new/7', '/books/new/secret/1', '/same', '/'];
  put(upstream, 'press.test', {
    robots: { body: ['User-agent: *', ...rules].join('\n') },
    pages: Object.fromEntries(paths.map((path) => [path, path === '/' ? paths : []])),
  });
  expect(await crawl(request, ['https://press.test/'], ['press.test'])).toEqual({
    pages: ['200 https://press.test/', '200 https://press.test/books/new/7', '200 https://press.test/same'],
    forbidden: ['https://press.test/books/new/secret/1', 'https://press.test/books/old'],
  });
});
