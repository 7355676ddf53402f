import { createRequire } from 'node:module';
import type * as Sucrase from 'sucrase';
import { splitExportLists } from './export-lists.ts';

// `require`, because an `import` of a CommonJS package makes Node load its lexer as WebAssembly, which reserves more
// address space than the child may have.
const { transform } = createRequire(import.meta.url)('sucrase') as typeof Sucrase;

export type Transpiled =
  { ok: true; code: string } | { ok: false; message: string; line: number; column: number | undefined };

/**
 * TypeScript to JavaScript of the same lines: types go, `export` becomes an assignment to `exports`. Runs in the child
 * because a parser is a program that the learner's text steers: if it can be made to hang, it hangs where it can be killed.
 * The message is `SyntaxError: …`, or `import 'node:fs'` for a module that the file asks for.
 */
export function transpile(source: string, file: string, importable: readonly string[] = []): Transpiled {
  const parsed = parse(source, file);
  if (!('at' in parsed)) {
    const split = splitExportLists(source);
    const { code } = split === source ? parsed : { ...parsed, ...parse(split, file) };
    return findImport(source, code, importable) ?? { ok: true, code };
  }
  const { words, at } = locate(source, file, parsed);
  const before = source.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { ok: false, message: `SyntaxError: ${words}`, line: before.length, column };
}

type Refused = { words: string; at: number };

/** `at` counts characters from the start of the source. */
function parse(source: string, file: string): { code: string } | Refused {
  try {
    return transform(source, { transforms: ['typescript', 'imports'], disableESTransforms: true, filePath: file });
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    // "Error transforming solution.ts: Unexpected token (1:10)": the place is reported on its own.
    const words = message.replace(/^Error transforming [^:]*: /, '').replace(/ \(\d+:\d+\)$/, '');
    const linesBefore = source.split('\n').slice(0, (loc?.line ?? 1) - 1);
    const at = linesBefore.reduce((sum, line) => sum + line.length + 1, 0) + (loc?.column ?? 1) - 1;
    return { words, at: Math.min(at, source.length) };
  }
}

const asyncWord = 'async ';
// Each arrow function around the mistake takes one more parse; nobody nests more of them.
const retriesMax = 20;

/**
 * With a mistake inside `(a) => { … }` the parser goes back, reads `(a)` as an expression and complains about the arrow.
 * After `async` it knows that a function follows and complains where the mistake is; so the word is put there to find it.
 */
function locate(source: string, file: string, first: Refused): Refused {
  let text = source;
  let refused = first;
  const insertedAt: number[] = [];
  let isVague = false;
  while (isAfterParameters(text, refused.at)) {
    const start = insertedAt.length < retriesMax ? startOfParameters(text, refused.at) : undefined;
    const longer = start === undefined ? undefined : `${text.slice(0, start)}${asyncWord}${text.slice(start)}`;
    const next = longer === undefined ? undefined : parse(longer, file);
    // An error no further on is about the inserted word; one at `x is T` about a type that an async function cannot have.
    isVague =
      !(next && 'at' in next) || next.at <= refused.at + asyncWord.length || /^is\s/.test(longer?.slice(next.at) ?? '');
    if (isVague || start === undefined || longer === undefined || !(next && 'at' in next)) break;
    text = longer;
    refused = next;
    insertedAt.push(start);
  }
  const at = insertedAt.reduceRight((place, start) => (place > start ? place - asyncWord.length : place), refused.at);
  const isArrow = /^(=>|:.*=>)/.test(source.slice(at, at + 200));
  return { words: isVague && isArrow ? `${refused.words} there or a little after it` : refused.words, at };
}

/** At the arrow, at the type of what it returns, or at the end of `<T extends Thing>` in front of the parameters. */
function isAfterParameters(text: string, at: number): boolean {
  if (/^>\s*\(/.test(text.slice(at, at + 20))) return true;
  return /^(=>|:)/.test(text.slice(at, at + 2)) && text.slice(0, at).trimEnd().endsWith(')');
}

/** Where `(a, b)` in front of `at` begins, or `<T>(a, b)`. */
function startOfParameters(text: string, at: number): number | undefined {
  if (text[at] === '>') return openingOf(text, at, '<', '>');
  const round = openingOf(text, text.lastIndexOf(')', at - 1), '(', ')');
  if (round === undefined) return undefined;
  const before = text.slice(0, round).trimEnd();
  return before.endsWith('>') && !before.endsWith('=>') ? openingOf(text, before.length - 1, '<', '>') : round;
}

function openingOf(text: string, closingAt: number, opening: string, closing: string): number | undefined {
  let depth = 0;
  for (let at = closingAt; at >= 0; at--) {
    // The arrow of a function type closes nothing.
    if (text[at] === closing && !(closing === '>' && text[at - 1] === '=')) depth++;
    else if (text[at] === opening && --depth === 0) return at;
  }
  return undefined;
}

/** An `import` or `export … from` is told from the `require` that stands in its line only after the transformation. */
function findImport(
  source: string,
  code: string,
  importable: readonly string[],
): Extract<Transpiled, { ok: false }> | undefined {
  const sourceLines = source.split('\n');
  for (const [index, line] of code.split('\n').entries()) {
    // `import('node:fs')` fails where it is run, and not before.
    if (sourceLines[index]?.includes('require')) continue;
    const wanted = line.matchAll(/(?<!_interopRequireWildcard\()\brequire\(('[^']*'|"[^"]*")\)/g);
    const quoted = [...wanted].map(([, name]) => name).find((name) => !importable.includes(name?.slice(1, -1) ?? ''));
    if (quoted === undefined) continue;
    return { ok: false, message: [`import ${quoted}`, ...importable].join('\n'), line: index + 1, column: undefined };
  }
  return undefined;
}
