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

test('reads names, comments, several groups and lines of other fields', async ({ request, upstream }) => {
  const body = [
    '# Rules of the press',
    'USER-AGENT: otherbot',
    'User-Agent:   ShopBot   # you',
    'disallow: /one # not this',
    'Crawl-delay: 30',
    'User-agent: *',
    'Disallow: /',
    'User-agent: shopbot',
    'Sitemap: https://press.test/sitemap.xml',
    'Disallow:/two',
    'Disallow:',
    'no line of rules',
  ].join('\r\n');
  const pages = { '/': ['/one', '/two', '/three'], '/one': [], '/two': [], '/three': [] };
  put(upstream, 'press.test', { robots: { body }, pages });
  expect(await crawl(request, ['https://press.test/'], ['press.test'])).toEqual({
    pages: ['200 https://press.test/', '200 https://press.test/three'],
    forbidden: ['https://press.test/one', 'https://press.test/two'],
  });
});

test('matches stars and the end, the path with its query, and nothing else as a pattern', async ({
  request,
  upstream,
}) => {
  const body = [
    'User-agent: shopbot',
    'Disallow: /*.pdf$',
    'Disallow: /*?sort=',
    'Disallow: /a+b',
    'Disallow: /x/*/y',
  ].join('\n');
  const fine = ['/list.pdf?v=1', '/list', '/aab', '/x/y', '/books/x/1/y'];
  const not = ['/a+b', '/list.pdf', '/list?sort=up', '/x/1/2/y/z'];
  put(upstream, 'press.test', {
    robots: { body },
    pages: Object.fromEntries([['/', [...fine, ...not]], ...[...fine, ...not].map((path) => [path, []])]),
  });
  expect(await crawl(request, ['https://press.test/'], ['press.test'])).toEqual({
    pages: ['/', ...fine].map((path) => `200 https://press.test${path}`).sort(),
    forbidden: not.map((path) => `https://press.test${path}`).sort(),
  });
});

test('takes everything without rules, and nothing where they cannot be known', async ({ request, upstream }) => {
  const pages = { '/': [] };
  put(upstream, 'none.test', { robots: { status: 403 }, pages });
  put(upstream, 'empty.test', { robots: { body: '' }, pages });
  put(upstream, 'others.test', { robots: { body: 'User-agent: otherbot\nDisallow: /' }, pages });
  put(upstream, 'broken.test', { robots: { status: 503 }, pages });
  put(upstream, 'away.test', { robots: { fails: 'refused' }, pages });
  const hosts = ['none.test', 'empty.test', 'others.test', 'broken.test', 'away.test'];
  const start = hosts.map((host) => `https://${host}/`);
  expect(await crawl(request, start, hosts)).toEqual({
    pages: ['200 https://empty.test/', '200 https://none.test/', '200 https://others.test/'],
    forbidden: ['https://away.test/', 'https://broken.test/'],
  });
});

test('goes on after a page without an answer, and after a second', async ({ request, upstream }) => {
  put(upstream, 'press.test', { latencyMs: 50, pages: { '/': ['/away', '/b'], '/b': [] } });
  upstream.reply('GET', 'https://press.test/away', { fails: 'refused', latencyMs: 50 });
  const { pages } = await crawl(request, ['https://press.test/'], ['press.test']);
  expect(pages).toEqual(['200 https://press.test/', '200 https://press.test/b', 'null https://press.test/away']);
  expect(asked(upstream, 'press.test')).toEqual([0, 1050, 2100, 3150]);
});

test('requests no more pages than it may, on all hosts together', async ({ request, upstream }) => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`/${i}`, []]));
  const hosts = ['one.test', 'two.test', 'three.test'];
  for (const host of hosts) put(upstream, host, { latencyMs: 10, pages: { '/': Object.keys(many), ...many } });
  const start = hosts.map((host) => `https://${host}/`);
  const { pages } = await crawl(request, start, hosts, 8);
  expect(pages).toHaveLength(8);
  expect(upstream.calls().filter(({ url }) => !url.endsWith('/robots.txt'))).toHaveLength(8);
});

test('remembers a host whose queue was empty: its rules, and when it was last asked', async ({ request, upstream }) => {
  const body = 'User-agent: *\nDisallow: /private';
  put(upstream, 'press.test', { robots: { body }, latencyMs: 100, pages: { '/': [], '/late': [], '/private': [] } });
  // Its page is there 300 ms after press.test has answered for the last time.
  put(upstream, 'atlas.test', {
    latencyMs: 250,
    pages: { '/': ['https://press.test/late', 'https://press.test/private'] },
  });
  const answer = await crawl(request, ['https://press.test/', 'https://atlas.test/'], ['press.test', 'atlas.test']);
  expect(answer).toEqual({
    pages: ['200 https://atlas.test/', '200 https://press.test/', '200 https://press.test/late'],
    forbidden: ['https://press.test/private'],
  });
  expect(asked(upstream, 'press.test'), 'When press.test was asked, in ms').toEqual([0, 1100, 2200]);
});

test('answers when there is nothing to fetch', async ({ request, upstream }) => {
  expect(await crawl(request, ['https://other.test/'], ['press.test'])).toEqual({ pages: [], forbidden: [] });
  expect(upstream.calls()).toEqual([]);
});

test('crawls random sites whole, and never too fast', async ({ request, upstream, reference, random }) => {
  const hosts = ['a.test', 'b.test', 'c.test'].slice(0, random.int(2, 3));
  const all = hosts.flatMap((host) => Array.from({ length: random.int(3, 7) }, (_, i) => `https://${host}/${i || ''}`));
  const linksOf = new Map(all.map((url) => [url, random.shuffle(all).slice(0, random.int(0, 3))]));
  const secret = random.int(1, 2);
  const latencies = new Map(hosts.map((host) => [host, random.int(1, 3000)]));
  for (const host of hosts) {
    const ownPages = all.filter((url) => new URL(url).host === host);
    const site = {
      robots: { body: `User-agent: *\nDisallow: /${secret}` },
      latencyMs: latencies.get(host),
      pages: Object.fromEntries(ownPages.map((url) => [new URL(url).pathname, linksOf.get(url)!])),
    };
    put(upstream, host, site);
    put(reference.upstream, host, site);
  }
  const [start] = all;
  expect(await crawl(request, [start], hosts)).toEqual(await crawl(reference.request, [start], hosts));
  for (const host of hosts) {
    const times = asked(upstream, host);
    for (const [i, at] of times.slice(1).entries()) {
      expect(at - times[i], `From one request to the next at ${host}, in ms`).toBeGreaterThanOrEqual(
        latencies.get(host)! + pauseMs,
      );
    }
  }
});
