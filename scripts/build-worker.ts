import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

// Runs after the build of the pages, whose name it carries: pages of another build are none of its business.
const buildId = readFileSync('.next/BUILD_ID', 'utf8').trim();
await build({
  entryPoints: ['app/offline/worker/worker.ts'],
  outfile: '.next/underpin-worker.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  define: {
    UNDERPIN_BUILD: JSON.stringify(buildId),
    'process.env.NEXT_PUBLIC_UNDERPIN_BUILD': JSON.stringify(buildId),
  },
});
console.log(`underpin: service worker of build ${buildId}`);
