import { transformerStyleToClass } from '@shikijs/transformers';
import type { Element } from 'hast';
import { createHighlighterCore, type HighlighterCore, type LanguageInput } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/**
 * The themes' own comment grey, and colours meant for a coloured background of theirs, are too faint on our paper:
 * these reach 4.5:1 on all four of our backgrounds (tests/content/highlight.test.ts computes it).
 */
const colorReplacements = {
  'github-light-high-contrast': { '#66707b': '#59626c', '#ffffff': '#0e1116', '#e7ecf0': '#0e1116' },
  'github-dark-high-contrast': { '#272b33': '#f0f3f6' },
};
const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;

/** The words an author may write after the fence, and the grammar behind each; null is text without colours. */
const grammars: Record<string, (() => LanguageInput) | null> = {
  text: null,
  output: null,
  csv: null,
  ts: () => import('shiki/langs/typescript.mjs'),
  js: () => import('shiki/langs/javascript.mjs'),
  tsx: () => import('shiki/langs/tsx.mjs'),
  py: () => import('shiki/langs/python.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  bash: () => import('shiki/langs/shellscript.mjs'),
  console: () => import('shiki/langs/shellsession.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  http: () => import('shiki/langs/http.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
  toml: () => import('shiki/langs/toml.mjs'),
  ini: () => import('shiki/langs/ini.mjs'),
  env: () => import('shiki/langs/dotenv.mjs'),
  diff: () => import('shiki/langs/diff.mjs'),
  xml: () => import('shiki/langs/xml.mjs'),
  html: () => import('shiki/langs/html.mjs'),
  css: () => import('shiki/langs/css.mjs'),
  graphql: () => import('shiki/langs/graphql.mjs'),
  proto: () => import('shiki/langs/protobuf.mjs'),
  docker: () => import('shiki/langs/docker.mjs'),
  nginx: () => import('shiki/langs/nginx.mjs'),
  tf: () => import('shiki/langs/terraform.mjs'),
  hcl: () => import('shiki/langs/hcl.mjs'),
  lua: () => import('shiki/langs/lua.mjs'),
  go: () => import('shiki/langs/go.mjs'),
  java: () => import('shiki/langs/java.mjs'),
  csharp: () => import('shiki/langs/csharp.mjs'),
  ruby: () => import('shiki/langs/ruby.mjs'),
  php: () => import('shiki/langs/php.mjs'),
  rust: () => import('shiki/langs/rust.mjs'),
};
const aliases: Record<string, string> = {
  typescript: 'ts',
  javascript: 'js',
  python: 'py',
  sh: 'bash',
  shell: 'bash',
  yml: 'yaml',
  dockerfile: 'docker',
  txt: 'text',
  dotenv: 'env',
  terraform: 'tf',
};

/** The colour in which a theme's colour is shown. */
export function shownColour(mode: keyof typeof themes, colour: string): string {
  const replacements: Record<string, string> = colorReplacements[themes[mode]];
  return replacements[colour.toLowerCase()] ?? colour;
}

/** Colours one block. `styles` collects the CSS declarations behind each class that was used. */
export type Highlight = (source: string, word: string) => Element;

export const knownLanguages = Object.keys(grammars);

export function isKnownLanguage(word: string): boolean {
  return (aliases[word] ?? word) in grammars;
}

/** Loads the grammars of `words`, which must be known, and returns a synchronous highlighter for them. */
export async function loadHighlight(words: string[], styles: Map<string, string>): Promise<Highlight> {
  const names = [...new Set(words.map((word) => aliases[word] ?? word))];
  const core = await (shared ??= createCore());
  const grammarNames = new Map<string, string>();
  for (const name of names) grammarNames.set(name, await loadGrammar(core, name));
  return (source, word) => {
    const styleToClass = transformerStyleToClass({ classPrefix: 'c' });
    const root = core.codeToHast(source, {
      lang: grammarNames.get(aliases[word] ?? word) ?? 'text',
      themes,
      defaultColor: false,
      colorReplacements,
      // Our pages colour the paper; the themes' own background and text colour on <pre> would override it.
      transformers: [{ pre: (pre) => void delete pre.properties['style'] }, styleToClass],
    });
    for (const [name, style] of styleToClass.getClassRegistry()) {
      if (declarations(style) !== '') styles.set(name, declarations(style));
    }
    const pre = root.children[0] as Element;
    pre.properties['class'] = 'shiki';
    return pre;
  };
}

let shared: Promise<HighlighterCore> | undefined;

function createCore(): Promise<HighlighterCore> {
  return createHighlighterCore({
    themes: [
      import('shiki/themes/github-light-high-contrast.mjs'),
      import('shiki/themes/github-dark-high-contrast.mjs'),
    ],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  });
}

async function loadGrammar(core: HighlighterCore, name: string): Promise<string> {
  const load = grammars[name];
  if (!load) return 'text';
  const before = new Set(core.getLoadedLanguages());
  const module = (await load()) as { default: { name: string }[] };
  const grammar = module.default.at(-1)?.name ?? 'text';
  if (!before.has(grammar)) await core.loadLanguage(module.default as never);
  return grammar;
}

function declarations(style: Record<string, string> | string): string {
  if (typeof style === 'string') return style;
  return Object.entries(style)
    .map(([property, value]) => `${property}:${value}`)
    .join(';');
}
