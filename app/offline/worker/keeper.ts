import { buildHeader } from '#lib/build-id';
import { assetsOf, isAssets, isPages, keptHeader, pagesOf, titleHeader } from './names.ts';
import { assetsIn, isAsset, isKept } from './rules.ts';

type Deps = {
  build: string;
  origin: string;
  caches: CacheStorage;
  fetch: (address: string) => Promise<Response>;
  /** Resolves after this many milliseconds. */
  wait: (durationMs: number) => Promise<unknown>;
  /** Called when the server turns out to be of another build. */
  onOtherBuild: () => void;
};

/** A reader on a bad connection gets the copy after this long. */
const networkMsMax = 3000;
const pagesKeptMax = 60;

/** Keeps pages of one build with all they need, and answers with them when the server does not. */
export function keeper({ build, origin, caches, fetch, wait, onOtherBuild }: Deps) {
  const address = (path: string) => new URL(path, origin).href;

  async function kept(path: string): Promise<Response | undefined> {
    return (await caches.open(pagesOf(build))).match(address(path));
  }

  /** Keeps an answer if it is a page of this build for everybody; resolves to whether it did. */
  async function store(path: string, response: Response): Promise<boolean> {
    const answeredBy = response.headers.get(buildHeader);
    if (answeredBy !== null && answeredBy !== build) onOtherBuild();
    if (!isKeepable(response, build)) return false;
    const html = await response.text();
    // All of it or nothing: a page without its styles is not one that can be read.
    const files = await Promise.all(assetsIn(html, origin).map(storeAsset));
    if (!files.every(Boolean)) return false;
    const headers = new Headers(response.headers);
    for (const name of ['content-encoding', 'content-length', 'vary', 'set-cookie']) headers.delete(name);
    headers.set(titleHeader, encodeURIComponent(titleIn(html)));
    headers.set(keptHeader, new Date().toISOString());
    const pages = await caches.open(pagesOf(build));
    // Taken out first, so that the order is that of the last visits.
    await pages.delete(address(path));
    await pages.put(address(path), new Response(html, { headers }));
    const old = (await pages.keys()).filter(({ url }) => url !== address('/offline'));
    for (const { url } of old.slice(0, Math.max(0, old.length - pagesKeptMax))) await pages.delete(url);
    return true;
  }

  async function storeAsset(path: string): Promise<boolean> {
    const assets = await caches.open(assetsOf(build));
    if (await assets.match(address(path))) return true;
    const response = await fetch(address(path)).catch(() => null);
    if (!response || !isLasting(response)) return false;
    if (path.endsWith('.css')) {
      const files = await Promise.all(assetsIn(await response.clone().text(), address(path)).map(storeAsset));
      if (!files.every(Boolean)) return false;
    }
    await assets.put(address(path), response);
    return true;
  }

  return {
    /** A page: the server's, or what is kept when it is away, broken or slow. `wanted` is its path, perhaps with a query. */
    async page(
      wanted: string,
      ask: () => Promise<Response>,
      later: (work: Promise<unknown>) => void,
    ): Promise<Response> {
      const path = new URL(wanted, origin).pathname;
      const copy = await kept(path);
      const fresh = ask().then((response) => {
        later(store(path, response.clone()).catch(() => false));
        return response;
      });
      if (!copy) return fresh.catch(() => offlinePage(wanted));
      later(fresh.catch(() => undefined));
      const orCopy = fresh.then(
        (response) => (response.status >= 500 ? copy : response),
        () => copy,
      );
      return Promise.race([orCopy, wait(networkMsMax).then(() => copy)]);
    },

    /** A page that is never kept. */
    async unkeptPage(wanted: string, ask: () => Promise<Response>): Promise<Response> {
      return ask().catch(() => offlinePage(wanted));
    },

    /** A file of some build; its name changes with its content, so a kept one is never old. */
    async asset(path: string, ask: () => Promise<Response>): Promise<Response> {
      for (const name of await caches.keys()) {
        const found = isAssets(name) && (await (await caches.open(name)).match(address(path)));
        if (found) return found;
      }
      const response = await ask();
      if (isLasting(response)) {
        const assets = await caches.open(assetsOf(build));
        // A device that is full keeps nothing more, and shows what has come all the same.
        await assets.put(address(path), response.clone()).catch(() => undefined);
      }
      return response;
    },

    /** What the reader looks at, having come by a link inside the site or before there was a worker. */
    async keep(path: string, assets: string[]): Promise<void> {
      if (!isKept(path)) return;
      const loaded = assets.map((each) => new URL(each, origin)).filter((each) => each.origin === origin);
      const files = loaded.map(({ pathname }) => pathname).filter(isAsset);
      await Promise.all([...new Set(files)].map(storeAsset));
      if (!(await kept(path))) await store(path, await fetch(address(path)));
    },

    /** What has to be here before this build takes over. The pages that were kept of an older one come along. */
    async install(): Promise<void> {
      const isStored = await store('/offline', await fetch(address('/offline')));
      if (!isStored) throw new Error('the server is of another build than this service worker');
      for (const name of (await caches.keys()).filter((each) => isPages(each) && each !== pagesOf(build))) {
        for (const { url } of await (await caches.open(name)).keys()) {
          const { pathname } = new URL(url);
          if (pathname === '/offline') continue;
          // A lesson that has gone, or a connection that has: the others are kept all the same.
          await fetch(url).then(
            (response) => store(pathname, response),
            () => false,
          );
        }
      }
    },

    /** Pages of other builds go. Files of the last one stay, for pages that are open. */
    async activate(): Promise<void> {
      const names = await caches.keys();
      const lastAssets = names.filter((name) => isAssets(name) && name !== assetsOf(build)).at(-1);
      const stays = [pagesOf(build), assetsOf(build), lastAssets];
      for (const name of names) {
        if ((isPages(name) || isAssets(name)) && !stays.includes(name)) await caches.delete(name);
      }
    },
  };
}

function isKeepable(response: Response, build: string): boolean {
  const { headers } = response;
  return (
    response.status === 200 &&
    !response.redirected &&
    headers.get(buildHeader) === build &&
    (headers.get('content-type') ?? '').startsWith('text/html') &&
    !/no-store|private/.test(headers.get('cache-control') ?? '')
  );
}

/** A page from before a deploy asks for its own search index and gets that of now, which is not to be kept as the old one. */
function isLasting({ status, headers }: Response): boolean {
  return status === 200 && !/no-cache|no-store/.test(headers.get('cache-control') ?? '');
}

function titleIn(html: string): string {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
  return title.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (sign) => signs[sign] ?? sign).replace(/ · Underpin$/, '');
}

/** Another address, so that the page that was asked for can be asked for again, with the words of a search. */
function offlinePage(wanted: string): Response {
  const headers = { location: `/offline?wanted=${encodeURIComponent(wanted)}` };
  return new Response(null, { status: 302, headers });
}
