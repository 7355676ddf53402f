import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { transform } from 'sucrase';
import { webModules } from './web-modules.ts';

/**
 * One program with everything that a service finds in its isolate: what the web has and V8 has not (`web/`), Hono and
 * zod. Its value is a function that the guest's harness calls. The packages ship CommonJS, so that gathering the files
 * and giving each a function around it is all the bundling there is to do. zod generates no code here: a schema is new in
 * each test, and compiling a parser for it takes longer than parsing a few requests without.
 */
export function webBundle(): string {
  const modules = new Map<string, string>();
  const idOf = (file: string): string => path.relative(root, file).split(path.sep).join('/');
  const add = (file: string): string => {
    const id = idOf(file);
    if (modules.has(id)) return id;
    // Taken before it is read: modules of a package import each other in circles.
    modules.set(id, '');
    const source = replaced[id] ?? read(file);
    const linked = source.replace(/\brequire\((["'])([^"']+)\1\)/g, (_all, _quote, wanted: string) => {
      return `require(${JSON.stringify(add(resolveFrom(file, wanted)))})`;
    });
    modules.set(id, linked);
    return id;
  };
  const start = add(path.join(here, 'web', 'start.ts'));
  const names = webModules.filter((name) => name !== 'underpin');
  const aliases = names.map((name) => [name, add(packageRequire.resolve(name))] as const);
  const functions = [...modules].map(
    ([id, source]) => `${JSON.stringify(id)}: (function (exports, require, module) {${source}\n})`,
  );
  return `(function startWebGuest(harness) {
const modules = { __proto__: null, ${functions.join(',\n')} };
const aliases = { __proto__: null, ...${JSON.stringify(Object.fromEntries(aliases))} };
const loaded = { __proto__: null };
const made = { __proto__: null };
const load = (id) => {
  if (loaded[id] !== undefined) return loaded[id].exports;
  const module = loaded[id] = { exports: {} };
  modules[id].call(module.exports, module.exports, load, module);
  return module.exports;
};
const requireModule = (name) => {
  if (made[name] !== undefined) return made[name];
  if (aliases[name] !== undefined) return load(aliases[name]);
  throw new Error("Cannot import '" + name + "': " + ${JSON.stringify(webModules.join(', '))} + " are what can be imported here.");
};
const functions = load(${JSON.stringify(start)}).startWeb(harness, requireModule, (name, exports) => { made[name] = exports; });
for (const name in aliases) load(aliases[name]);
load(aliases.zod).config({ jitless: true });
return functions;
})`;
}

const here = import.meta.dirname;
const root = path.join(here, '..', '..');
const packageRequire = createRequire(import.meta.url);

/** Error messages in forty languages are most of zod; English is what it uses unless it is told otherwise. */
const replaced: Record<string, string> = {
  'node_modules/zod/v4/locales/index.cjs': 'exports.en = require("./en.cjs").default;',
};

function read(file: string): string {
  const source = fs.readFileSync(file, 'utf8');
  if (!file.endsWith('.ts')) return source;
  return transform(source, { transforms: ['typescript', 'imports'], disableESTransforms: true, filePath: file }).code;
}

function resolveFrom(file: string, wanted: string): string {
  if (wanted.startsWith('.')) return path.join(path.dirname(file), wanted);
  throw new Error(`${file} needs ${wanted}, which is not part of the web guest.`);
}
