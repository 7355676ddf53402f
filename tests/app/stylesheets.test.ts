import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync('{app,components}/**/*.css').filter((file) => file !== 'app/tokens.css');

test('there are stylesheets to look at', () => {
  expect(files.length).toBeGreaterThan(20);
});

test('no stylesheet brings a colour of its own: colours are tokens of app/tokens.css', () => {
  // Names of system colours, which forced colours need, are capitalised and fine; so are `transparent` and `currentColor`.
  const raw =
    /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|[\s:,(](?:white|black|gr[ae]y|silver|red|green|blue|navy|teal|orange|yellow|purple)\b(?!-)/;
  expect(declarations().filter(({ value }) => raw.test(` ${value}`))).toEqual([]);
});

test('every size of type is of the scale in app/tokens.css', () => {
  const allowed = /^(?:var\(--(?:text|drawing-text)[\w-]*\)|inherit|100%)$/;
  expect(declarations().filter(({ property, value }) => property === 'font-size' && !allowed.test(value))).toEqual([]);
});

test('every token that a stylesheet asks for exists', () => {
  const known = new Set(
    ['app/tokens.css', ...files].flatMap((file) => [...read(file).matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)),
  );
  // Set where they are used, by a script or by Next: sizes of panes, the families of fonts, the colours of code.
  for (const source of globSync('{app,components,content}/**/*.{ts,tsx}', { exclude: ['content/tracks/**'] })) {
    for (const [name] of read(source).matchAll(/--[\w-]+/g)) known.add(name);
  }
  const missing = ['app/tokens.css', ...files].flatMap((file) =>
    [...read(file).matchAll(/var\((--[\w-]+)\)/g)]
      .filter(([, name]) => !known.has(name))
      .map(([, name]) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});

function declarations(): { file: string; property: string; value: string }[] {
  return files.flatMap((file) =>
    [...read(file).matchAll(/(?:^|[;{}])\s*([\w-]+)\s*:\s*([^;{}]+)(?=;)/g)].map(([, property, value]) => ({
      file,
      property: property!,
      value: value!,
    })),
  );
}

/** Without comments, and without the margins of paper, which know no custom properties. */
function read(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/@page\s*\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
}
