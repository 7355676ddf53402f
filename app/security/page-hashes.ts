import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/**
 * Written by `scripts/csp-hashes.ts` after the build. `pages` maps the path of each static page to the hashes of its
 * inline scripts; `dynamic` holds patterns of the paths that are rendered per request; every other path is answered
 * with the static "not found" page.
 */
export const pageHashesSchema = z.strictObject({
  pages: z.record(z.string(), z.string()),
  dynamic: z.array(z.string()),
  notFound: z.string(),
});
export type PageHashes = z.infer<typeof pageHashesSchema>;

export const pageHashesFile = '.next/csp-hashes.json';

/** The hashes for a path, or null when its page gets a nonce. */
export function hashesFor(pathname: string, { pages, dynamic, notFound }: PageHashes): string | null {
  const fixed = pages[pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname];
  if (fixed !== undefined) return fixed;
  return dynamic.some((pattern) => new RegExp(pattern).test(pathname)) ? null : notFound;
}

/** Throws when the build did not write the file: without it every static page would come without its scripts. */
export function readPageHashes(): PageHashes {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), pageHashesFile);
  return pageHashesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
