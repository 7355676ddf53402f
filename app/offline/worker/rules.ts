/** What the service worker does with a request: answer it from what is kept, fall back to it, or keep out of it. */
export type Plan = 'asset' | 'page' | 'unkept-page' | 'none';

type Asked = { method: string; mode: string; url: string };

export const assetPath = '/_next/static/';

/** A part of the search index. Its address has the version of the content in it, so that it is never old either. */
const searchPartPath = /^\/api\/search\/[^/]+\/[^/]+$/;

export const isAsset = (pathname: string): boolean => pathname.startsWith(assetPath) || searchPartPath.test(pathname);

/**
 * Other answers of the API, whatever changes something, and data of client-side navigations go to the server alone:
 * without it the router falls back to loading the whole page, which is here.
 */
export function planFor({ method, mode, url }: Asked, origin: string): Plan {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return 'none';
  if (isAsset(pathname)) return 'asset';
  if (mode !== 'navigate' || pathname.startsWith('/api/')) return 'none';
  return isKept(pathname) ? 'page' : 'unkept-page';
}

/** Pages that are the same for everybody. Personal ones are never kept. */
export function isKept(pathname: string): boolean {
  return keptPaths.some((path) => path.test(pathname));
}

const keptPaths = [
  /^\/$/,
  /^\/offline$/,
  /^\/learn(\/[^/]+){0,2}$/,
  /^\/practice(\/[^/]+)?$/,
  /^\/interview\/(stories(\/rehearse)?|posting)$/,
  /^\/interview$/,
  /^\/interview\/questions(\/[^/]+)?$/,
  /^\/interview\/themes\/[^/]+$/,
  /^\/review(\/themes)?$/,
];

/** The files of the build that a page or a style sheet names. */
export function assetsIn(text: string, base: string): string[] {
  const named = text.match(/\/_next\/static\/[^"'\\\s<>()?]+\.\w+/g) ?? [];
  const linked = [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, address = '']) => address);
  const files = linked.filter((address) => !address.startsWith('data:'));
  const paths = [...named, ...files].map((address) => new URL(address, base).pathname);
  return [...new Set(paths.filter((path) => path.startsWith(assetPath)))];
}
