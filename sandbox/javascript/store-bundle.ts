import fs from 'node:fs';
import path from 'node:path';
import { transform } from 'sucrase';
import { findPackage } from '../find-package.ts';

/**
 * One script with models of MongoDB and Redis. It is run in a plain isolate before the learner's file, by the same way
 * as that file and with no right beyond it: it reaches neither the harness nor the judge, so that whoever takes it apart
 * has a broken database and nothing else. What it leaves behind is `require`.
 */
export function storeBundle(): string {
  const modules = new Map<string, string>();
  const add = (file: string): string => {
    const id = path.basename(file);
    if (modules.has(id)) return id;
    modules.set(id, '');
    const { code } = transform(fs.readFileSync(file, 'utf8'), {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      filePath: file,
    });
    const linked = code.replace(/\brequire\('(\.\/[^']+)'\)/g, (_all, wanted: string) => {
      return `require('${add(path.join(path.dirname(file), wanted))}')`;
    });
    modules.set(id, linked);
    return id;
  };
  const mongodb = add(path.join(here, 'stores', 'mongodb.ts'));
  const redis = add(path.join(here, 'stores', 'redis.ts'));
  const functions = [...modules].map(
    ([id, source]) => `${JSON.stringify(id)}: (function (exports, require) {${source}\n})`,
  );
  const mingo = fs.readFileSync(path.join(findPackage('mingo', here), 'dist', 'mingo.min.js'), 'utf8');
  return `(() => {
const modules = { __proto__: null, ${functions.join(',\n')} };
const loaded = { __proto__: null };
const load = (id) => {
  if (loaded[id] === undefined) modules[id](loaded[id] = {}, load);
  return loaded[id];
};
const made = { __proto__: null };
const make = {
  __proto__: null,
  redis: () => load(${JSON.stringify(redis)}),
  mongodb: () => load(${JSON.stringify(mongodb)}).createMongo((() => { ${mingo}; return mingo; })()),
};
const require = (name) => {
  if (make[name] === undefined) throw new Error("Cannot import '" + name + "': mongodb, redis can be imported here.");
  return (made[name] ??= make[name]());
};
Object.defineProperty(globalThis, 'require', { value: require, writable: false, configurable: false, enumerable: false });
})();
`;
}

const here = import.meta.dirname;
