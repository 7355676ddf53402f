/** What the file of a `code` exercise may import where its front matter says so, and code in a lesson always. */
export const storeModules = ['mongodb', 'redis'] as const;
export type StoreModule = (typeof storeModules)[number];
