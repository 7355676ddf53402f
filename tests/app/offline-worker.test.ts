import { expect, test } from 'vitest';
import { keeper } from '../../app/offline/worker/keeper.ts';
import { assetsOf, pagesOf, titleHeader } from '../../app/offline/worker/names.ts';
import { assetsIn, isKept, planFor } from '../../app/offline/worker/rules.ts';

const origin = 'https://learn.example.org';

test('the API, what changes something and other sites are none of its business', () => {
  const plan = (path: string, change: object = {}) =>
    planFor({ method: 'GET', mode: 'navigate', url: new URL(path, origin).href, ...change }, origin);
  expect(plan('/api/me', { mode: 'cors' })).toBe('none');
  expect(plan('/api/auth/callback/github')).toBe('none');
  expect(plan('/learn/apis/http', { method: 'POST' })).toBe('none');
  expect(plan('https://elsewhere.example/learn')).toBe('none');
  expect(plan('/learn/apis/http?_rsc=1abc', { mode: 'cors' })).toBe('none');
  expect(plan('/_next/static/chunks/a.js', { mode: 'no-cors' })).toBe('asset');
  expect(plan('/api/search/v1/index', { mode: 'cors' })).toBe('asset');
  expect(plan('/learn/apis/http')).toBe('page');
  expect(plan('/practice')).toBe('page');
  expect(plan('/progress')).toBe('unkept-page');
});

test('personal pages are never kept', () => {
  for (const path of ['/interview/stories', '/interview/stories/rehearse', '/interview/posting']) {
    expect(isKept(path), path).toBe(true);
  }
  for (const path of ['/progress', '/practice/sums/plain', '/account', '/account/sign-in', '/learnt', '/operator']) {
    expect(isKept(path), path).toBe(false);
  }
});

test('what is due can be reviewed without a connection, and the list of one’s own cards is not kept', () => {
  expect(isKept('/review')).toBe(true);
  expect(isKept('/review/themes')).toBe(true);
  expect(isKept('/review/cards')).toBe(false);
});

test('the question bank can be read without a connection', () => {
  for (const path of ['/interview', '/interview/questions', '/interview/questions/hash-maps', '/interview/themes/sums'])
    expect(isKept(path), path).toBe(true);
  expect(isKept('/interview/mocks')).toBe(false);
});

test('a page names its files, also those in its data, and a style sheet names fonts from where it stands', () => {
  const html = `<link href="/_next/static/chunks/a.css"><script>self.x=["\\"/_next/static/chunks/b.js\\""]</script>`;
  expect(assetsIn(html, origin)).toEqual(['/_next/static/chunks/a.css', '/_next/static/chunks/b.js']);
  const css = `@font-face{src:url(../media/plex.woff2)}a{background:url(data:image/svg+xml,x)}`;
  expect(assetsIn(css, `${origin}/_next/static/chunks/a.css`)).toEqual(['/_next/static/media/plex.woff2']);
});

/** A server whose build can change, and the caches of one browser. */
function newWorld() {
  const stores = new Map<string, Map<string, Response>>();
  const storeOf = (name: string) => stores.get(name) ?? stores.set(name, new Map()).get(name)!;
  const cacheOf = (name: string) => ({
    match: async (url: string) => storeOf(name).get(url)?.clone(),
    put: async (url: string, response: Response) => void storeOf(name).set(url, response),
    delete: async (url: string) => storeOf(name).delete(url),
    keys: async () => [...storeOf(name).keys()].map((url) => ({ url })),
  });
  const caches = {
    open: async (name: string) => {
      storeOf(name);
      return cacheOf(name);
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  } as unknown as CacheStorage;
  const world = {
    stores,
    build: 'one',
    away: false,
    broken: null as Response | null,
    asked: [] as string[],
    otherBuilds: 0,
    gone: new Set<string>(),
    headers: {} as Record<string, string>,
  };
  const answer = async (url: string): Promise<Response> => {
    const { pathname } = new URL(url);
    world.asked.push(pathname);
    if (world.away) throw new TypeError('Failed to fetch');
    if (world.broken) return world.broken.clone();
    if (world.gone.has(pathname)) return new Response('gone', { status: 404 });
    if (pathname.endsWith('.css')) return new Response('@font-face{src:url(../media/plex.woff2)}');
    if (pathname.startsWith('/_next/')) return new Response(`file ${pathname}`);
    if (pathname.startsWith('/api/search/')) return new Response('{}', { headers: world.headers });
    const html = `<title>Page ${pathname} &amp; more · Underpin</title><link href="/_next/static/chunks/${world.build}.css"><script src="/_next/static/chunks/${world.build}.js">`;
    const headers = { 'content-type': 'text/html; charset=utf-8', 'x-underpin-build': world.build, ...world.headers };
    return new Response(html, { headers });
  };
  const late: Promise<unknown>[] = [];
  const worker = (build: string, wait: () => Promise<unknown> = () => new Promise(() => undefined)) => {
    const keeping = keeper({
      build,
      origin,
      caches,
      fetch: answer,
      wait,
      onOtherBuild: () => (world.otherBuilds += 1),
    });
    const visit = async (path: string, ask = () => answer(origin + path)) => {
      const response = await keeping.page(path, ask, (work) => void late.push(work));
      await Promise.allSettled(late);
      return response;
    };
    return { ...keeping, visit };
  };
  return Object.assign(world, { worker, answer });
}

const kept = ({ stores }: ReturnType<typeof newWorld>, build: string) =>
  [...(stores.get(pagesOf(build))?.keys() ?? [])].map((url) => new URL(url).pathname);

test('a lesson that was read is there without a connection, with its styles, scripts and fonts', async () => {
  const world = newWorld();
  const worker = world.worker('one');
  await worker.visit('/learn/apis/http');
  world.away = true;
  const page = await worker.visit('/learn/apis/http');
  expect(await page.text()).toContain('Page /learn/apis/http');
  expect(decodeURIComponent(page.headers.get(titleHeader)!)).toBe('Page /learn/apis/http & more');
  const files = ['/_next/static/chunks/one.css', '/_next/static/chunks/one.js', '/_next/static/media/plex.woff2'];
  for (const file of files) expect((await worker.asset(file, () => world.answer(origin + file))).status).toBe(200);
});

test('a page that is not kept leads to the offline page, which says what was wanted', async () => {
  const world = newWorld();
  world.away = true;
  const answer = await world.worker('one').visit('/learn/apis/http');
  expect(answer.headers.get('location')).toBe('/offline?wanted=%2Flearn%2Fapis%2Fhttp');
  const personal = await world.worker('one').unkeptPage('/progress', () => world.answer(`${origin}/progress`));
  expect(personal.headers.get('location')).toBe('/offline?wanted=%2Fprogress');
});

test('what was asked for keeps its query: the words of a search, the filters of a list', async () => {
  const world = newWorld();
  const worker = world.worker('one');
  const wantedAfter = async (answer: Response) =>
    new URL(answer.headers.get('location') ?? '', origin).searchParams.get('wanted');
  world.away = true;
  const search = '/search?q=pasword+hash';
  expect(await wantedAfter(await worker.unkeptPage(search, () => world.answer(origin + search)))).toBe(search);
  expect(await wantedAfter(await worker.visit('/practice?level=mid'))).toBe('/practice?level=mid');
  world.away = false;
  await worker.visit('/practice?level=mid');
  expect(kept(world, 'one')).toEqual(['/practice']);
  world.away = true;
  expect((await worker.visit('/practice?level=senior')).status).toBe(200);
});

test('the search index that was fetched is there without a connection, and that of another version is not kept as it', async () => {
  const world = newWorld();
  const worker = world.worker('one');
  const ask = (path: string) => worker.asset(path, () => world.answer(origin + path));
  world.headers = { 'cache-control': 'public, max-age=31536000, immutable' };
  await ask('/api/search/v1/index');
  // Fetched before there was a worker.
  await worker.keep('/learn', [`${origin}/api/search/v1/texts`, 'https://elsewhere.example/api/search/v1/index']);
  world.headers = { 'cache-control': 'no-cache' };
  await ask('/api/search/v0/index');
  await worker.keep('/learn', [`${origin}/api/search/v0/texts`]);
  world.away = true;
  for (const part of ['index', 'texts']) expect((await ask(`/api/search/v1/${part}`)).status).toBe(200);
  for (const part of ['index', 'texts']) await expect(ask(`/api/search/v0/${part}`)).rejects.toThrow('Failed to fetch');
});

test('with a connection the reader gets the server’s page, not the copy', async () => {
  const world = newWorld();
  const worker = world.worker('one');
  await worker.visit('/learn');
  const page = await worker.visit('/learn', async () => new Response('newer'));
  expect(await page.text()).toBe('newer');
});

test('a server that is slow or broken is answered for by the copy', async () => {
  const world = newWorld();
  await world.worker('one').visit('/learn');
  const impatient = world.worker('one', () => Promise.resolve());
  const slow = Promise.withResolvers<Response>();
  const page = impatient.page(
    '/learn',
    () => slow.promise,
    () => undefined,
  );
  expect(await (await page).text()).toContain('Page /learn');
  slow.resolve(new Response('too late'));
  world.broken = new Response('bad gateway', { status: 502 });
  expect((await world.worker('one').visit('/learn')).status).toBe(200);
});

test('errors, redirects, personal answers and anything but pages are never kept', async () => {
  const world = newWorld();
  const worker = world.worker('one');
  world.gone.add('/learn/gone');
  await worker.visit('/learn/gone');
  world.headers = { 'cache-control': 'private, no-cache, no-store' };
  await worker.visit('/learn/personal');
  world.headers = { 'content-type': 'application/json' };
  await worker.visit('/learn/data');
  world.headers = {};
  const moved = (response: Response): Response =>
    Object.defineProperties(response, {
      redirected: { value: true },
      clone: { value: () => moved(Response.prototype.clone.call(response)) },
    });
  await worker.visit('/learn/moved', async () => moved(await world.answer(`${origin}/learn/moved`)));
  await worker.keep('/account', []);
  expect(kept(world, 'one')).toEqual([]);
});

test('a page whose files are not all to be had is not kept', async () => {
  const world = newWorld();
  world.gone.add('/_next/static/media/plex.woff2');
  await world.worker('one').visit('/learn');
  expect(kept(world, 'one')).toEqual([]);
});

test('a page of another build is shown but not kept among those of this one, and the new worker is asked for', async () => {
  const world = newWorld();
  const worker = world.worker('one');
  await worker.visit('/learn');
  world.build = 'two';
  expect(await (await worker.visit('/learn')).text()).toContain('two.js');
  await worker.visit('/learn/apis/http');
  expect(world.otherBuilds).toBe(2);
  world.away = true;
  // What is shown offline is of one build, to the last file.
  const copy = await (await worker.visit('/learn')).text();
  expect(copy).toContain('one.js');
  expect(copy).not.toContain('two.js');
  expect(kept(world, 'one')).toEqual(['/learn']);
});

test('a worker does not start on a server of another build', async () => {
  const world = newWorld();
  world.build = 'two';
  await expect(world.worker('one').install()).rejects.toThrow('another build');
});

test('a new build takes the kept pages along in its own version, and the old ones go', async () => {
  const world = newWorld();
  const old = world.worker('one');
  await old.install();
  for (const path of ['/learn', '/learn/apis/http', '/learn/apis/removed']) await old.visit(path);
  world.build = 'two';
  world.gone.add('/learn/apis/removed');
  const next = world.worker('two');
  await next.install();
  await next.activate();
  expect([...world.stores.keys()].sort()).toEqual([assetsOf('one'), assetsOf('two'), pagesOf('two')].sort());
  expect(kept(world, 'two')).toEqual(['/offline', '/learn', '/learn/apis/http']);
  world.away = true;
  expect(await (await next.visit('/learn/apis/http')).text()).toContain('two.js');
  // A page of the old build that is still open finds its files.
  const file = '/_next/static/chunks/one.js';
  expect((await next.asset(file, () => world.answer(origin + file))).status).toBe(200);
});

test('files of builds before the last one go', async () => {
  const world = newWorld();
  for (const build of ['one', 'two', 'three']) {
    world.build = build;
    const worker = world.worker(build);
    await worker.install();
    await worker.activate();
  }
  expect([...world.stores.keys()].sort()).toEqual([assetsOf('two'), assetsOf('three'), pagesOf('three')].sort());
});

test('a page reached by a link inside the site is kept too, once, with the files that it loaded later', async () => {
  const world = newWorld();
  const worker = world.worker('one');
  const loaded = [`${origin}/_next/static/chunks/editor.js`, `${origin}/api/me`];
  await worker.keep('/practice/sums', loaded);
  await worker.keep('/practice/sums', loaded);
  expect(world.asked.filter((path) => path === '/practice/sums')).toHaveLength(1);
  world.away = true;
  const file = '/_next/static/chunks/editor.js';
  expect((await worker.asset(file, () => world.answer(origin + file))).status).toBe(200);
  expect([...world.stores.values()].flatMap((store) => [...store.keys()])).not.toContain(`${origin}/api/me`);
});

test('a file that the server does not have is not kept as if it were', async () => {
  const world = newWorld();
  const file = '/_next/static/chunks/old.js';
  world.gone.add(file);
  const worker = world.worker('one');
  expect((await worker.asset(file, () => world.answer(origin + file))).status).toBe(404);
  world.gone.clear();
  expect((await worker.asset(file, () => world.answer(origin + file))).status).toBe(200);
});

test('only so many pages are kept: those that were read last, and always the offline page', async () => {
  const world = newWorld();
  const worker = world.worker('one');
  await worker.install();
  for (let page = 1; page <= 62; page += 1) await worker.visit(`/learn/many/${page}`);
  const paths = kept(world, 'one');
  expect(paths).toHaveLength(61);
  expect(paths).toContain('/offline');
  expect(paths).not.toContain('/learn/many/2');
  expect(paths).toContain('/learn/many/3');
});
