import fs from 'node:fs';
import path from 'node:path';
import type { ServiceTypes } from '#lib/service-types';
import { underpinModule } from '#sandbox/types/globals';

/** Where the declarations of what a service imports begin; everything that they name follows. */
const entries = {
  hono: 'hono/dist/types/index.d.ts',
  'hono/cookie': 'hono/dist/types/helper/cookie/index.d.ts',
  'hono/factory': 'hono/dist/types/helper/factory/index.d.ts',
  'hono/http-exception': 'hono/dist/types/http-exception.d.ts',
  'hono/validator': 'hono/dist/types/validator/index.d.ts',
  zod: 'zod/index.d.ts',
};

/** Messages in other languages are half of zod's declarations, and the sandbox has English alone. */
const leftOut = /\/zod\/v4\/locales\/(?!index|en\b)/;

/** The declarations of Hono and zod as they are installed, and ours: about 60 KB on the way to the browser. */
export function readServiceTypes(root: string): ServiceTypes {
  const files = new Map<string, string>();
  const add = (file: string): void => {
    const name = path.relative(root, file).split(path.sep).join('/');
    if (files.has(name) || leftOut.test(file)) return;
    const content = fs.readFileSync(/* turbopackIgnore: true */ file, 'utf8');
    files.set(name, content);
    for (const [, wanted = ''] of content.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)) {
      const base = path.join(path.dirname(file), wanted.replace(/\.c?js$/, ''));
      const candidates = [`${base}.d.ts`, `${base}.d.cts`, path.join(base, 'index.d.ts')];
      const found = candidates.find((one) => fs.existsSync(/* turbopackIgnore: true */ one));
      if (found !== undefined) add(found);
    }
  };
  const folder = path.join(root, 'node_modules');
  for (const entry of Object.values(entries)) add(path.join(folder, entry));
  files.set('underpin.d.ts', underpinModule);
  return {
    files: [...files].map(([name, content]) => ({ path: name, content })),
    modules: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, `node_modules/${entry}`])),
  };
}
