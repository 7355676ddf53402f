/** Caches are of one build each, so that a page is never put together from two. */
export const pagesOf = (build: string) => `underpin-pages-${build}`;
export const assetsOf = (build: string) => `underpin-assets-${build}`;
export const isPages = (name: string) => name.startsWith('underpin-pages-');
export const isAssets = (name: string) => name.startsWith('underpin-assets-');

/** On a kept page: its title, encoded as in an address, and when it was kept. */
export const titleHeader = 'x-underpin-title';
export const keptHeader = 'x-underpin-kept';

/** What a page tells the worker: the reader is here, and these files were loaded on the way. */
export type KeepMessage = { type: 'keep'; path: string; assets: string[] };
