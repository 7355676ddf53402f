import fs from 'node:fs';
import { createRequire } from 'node:module';
import { transform } from 'sucrase';

/** What learners' tests are written with: the matchers and the spies of Vitest, as they are published. */
const entries = { expect: '@vitest/expect', spy: '@vitest/spy', literal: '../../literal.ts' };

type Linked = { code: string; needs: Record<string, number> };

/**
 * The library as one expression without imports, for an isolate that has no loader: its value is `{ expect, spy, literal }`,
 * the exports of two packages and of our own words for values. Each module becomes a function; nothing is taken out, nothing is changed.
 */
export function linkSuiteLibrary(): string {
  const order: string[] = [];
  const linked: Linked[] = [];
  const visit = (wanted: string, from: string): number => {
    const file = createRequire(from).resolve(wanted);
    const known = order.indexOf(file);
    if (known >= 0) return known;
    const place = order.push(file) - 1;
    const { code } = transform(fs.readFileSync(file, 'utf8'), {
      transforms: file.endsWith('.ts') ? ['typescript', 'imports'] : ['imports'],
      disableESTransforms: true,
      filePath: file,
    });
    const one: Linked = { code, needs: {} };
    linked[place] = one;
    for (const [, needed = ''] of code.matchAll(/\brequire\('([^']+)'\)/g)) one.needs[needed] = visit(needed, file);
    return place;
  };
  const expectPlace = visit(entries.expect, import.meta.filename);
  // The spies are a dependency of the matchers, and found from there.
  const spyPlace = visit(entries.spy, order[expectPlace] ?? '');
  const places = { expect: expectPlace, spy: spyPlace, literal: visit(entries.literal, import.meta.filename) };
  const modules = linked.map(
    ({ code, needs }) => `[function (module, exports, require) {${code}\n}, ${JSON.stringify(needs)}]`,
  );
  return `(${String(runModules)})([${modules.join(',\n')}], ${JSON.stringify(places)})`;
}

type Module = { exports: unknown };
type Definition = [
  run: (module: Module, exports: unknown, require: (name: string) => unknown) => void,
  Record<string, number>,
];

/** Its text goes into the isolate: CommonJS in ten lines. */
function runModules(definitions: Definition[], places: Record<string, number>): unknown {
  const made: Module[] = [];
  const load = (place: number): unknown => {
    const known = made[place];
    if (known !== undefined) return known.exports;
    const module: Module = (made[place] = { exports: {} });
    const [run, needs] = definitions[place] as Definition;
    run(module, module.exports, (name) => load(needs[name] as number));
    return module.exports;
  };
  return Object.fromEntries(Object.entries(places).map(([name, place]) => [name, load(place)]));
}
