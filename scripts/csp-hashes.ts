import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { pageHashesFile, type PageHashes } from '#app/security/page-hashes';

// Runs after the build: a static page cannot carry a nonce, so the policy sent with it lists its inline scripts.
const pagesFolder = '.next/server/app';
const files = globSync('**/*.html', { cwd: pagesFolder });
const pages = Object.fromEntries(files.map((file) => [pathOf(file), inlineScriptHashes(path.join(pagesFolder, file))]));

const notFound = pages['/_not-found'];
if (notFound === undefined) {
  console.error('underpin: the build has no static "not found" page; make app/not-found.tsx static again.');
  process.exit(1);
}
const written: PageHashes = { pages, dynamic: dynamicPatterns(), notFound };
writeFileSync(pageHashesFile, JSON.stringify(written));
console.log(`underpin: content security policy for ${files.length} static pages`);

function pathOf(file: string): string {
  return `/${file.replace(/\.html$/, '').replace(/^index$/, '')}`;
}

function inlineScriptHashes(file: string): string {
  const scripts = readFileSync(file, 'utf8').matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const hashes = [...scripts].map(([, script = '']) => createHash('sha256').update(script).digest('base64'));
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`).join(' ');
}

/** Patterns of the routes that Next renders per request: all of them without those it has prerendered whole. */
function dynamicPatterns(): string[] {
  const route = z.object({ page: z.string(), regex: z.string() });
  const routes = readManifest('.next/routes-manifest.json', {
    staticRoutes: z.array(route),
    dynamicRoutes: z.array(route),
  });
  const prerendered = readManifest('.next/prerender-manifest.json', {
    routes: z.record(z.string(), z.unknown()),
    dynamicRoutes: z.record(z.string(), z.object({ fallback: z.union([z.literal(false), z.string(), z.null()]) })),
  });
  const isWhole = (page: string) => page in prerendered.routes || prerendered.dynamicRoutes[page]?.fallback === false;
  return [...routes.staticRoutes, ...routes.dynamicRoutes]
    .filter(({ page }) => !page.startsWith('/api/') && !isWhole(page))
    .map(({ regex }) => regex);
}

function readManifest<Shape extends z.ZodRawShape>(file: string, shape: Shape) {
  return z.object(shape).parse(JSON.parse(readFileSync(file, 'utf8')));
}
