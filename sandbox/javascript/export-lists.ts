import { createRequire } from 'node:module';

type Token = { start: number; end: number; isType: boolean; identifierRole: number | null };
type Parse = (source: string, isJsx: boolean, isTypeScript: boolean, isFlow: boolean) => { tokens: Token[] };

// The parser of the transpiler, which its package does not name; `require` for the same reason as there.
const { parse } = createRequire(import.meta.url)('sucrase/dist/parser') as { parse: Parse };

/** As the parser numbers the roles of names. */
const topLevelDeclaration = 2;

/**
 * Makes `export const a = 1, b = 2` two statements in the same line. The transpiler takes what follows the comma for
 * an expression, and `b` would be neither declared nor exported. The source must have been parsed before.
 */
export function splitExportLists(source: string): string {
  // Most files have none; looking twice would cost as much as transpiling.
  if (!/\bexport\s+(const|let|var)\b[^;]*,/.test(source)) return source;
  const { tokens } = parse(source, false, true, false);
  const text = (token: Token | undefined): string => (token ? source.slice(token.start, token.end) : '');
  let result = '';
  let copiedTo = 0;
  let depth = 0;
  let exported: string | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.isType) continue;
    const word = text(token);
    if (['(', '[', '{', '${'].includes(word)) depth++;
    else if ([')', ']', '}'].includes(word)) depth--;
    else if (depth > 0) continue;
    else if (['const', 'let', 'var'].includes(word)) exported = text(tokens[index - 1]) === 'export' ? word : undefined;
    else if (word === ',' && exported && tokens[index + 1]?.identifierRole === topLevelDeclaration) {
      result += `${source.slice(copiedTo, token.start)}; export ${exported}`;
      copiedTo = token.end;
    }
  }
  return result + source.slice(copiedTo);
}
