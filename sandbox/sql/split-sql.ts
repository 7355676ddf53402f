/** `start` is where the text begins in the file, in UTF-16 units. */
export type Piece = { text: string; start: number };
export type Part = Piece & { name: string };

type Token = { kind: 'marker' | 'end' | 'word' | 'other'; text: string; start: number };

const marker = /^--\s*part:\s*(.*?)\s*$/i;

/** Comments, quoted texts, names and words: what a semicolon or a marker inside of is none. */
const tokenPattern =
  /--[^\n]*|[eE]'(?:\\[^]|''|[^'\\])*(?:'|$)|'(?:''|[^'])*(?:'|$)|"(?:""|[^"])*(?:"|$)|\$(?:[A-Za-z_][A-Za-z_0-9]*)?\$|\/\*|;|[A-Za-z_][\w$]*|[^\s]/g;

/** The statements of a text, in order, without comments before them and without their semicolon. */
export function splitStatements(source: string): Piece[] {
  const pieces: Piece[] = [];
  let start: number | null = null;
  let words: string[] = [];
  // `begin atomic … end` is the body of a function, and its semicolons do not end the statement.
  let depth = 0;
  const close = (end: number) => {
    if (start !== null) pieces.push({ text: source.slice(start, end).trimEnd(), start });
    start = null;
    words = [];
    depth = 0;
  };
  for (const token of tokensOf(source)) {
    if (token.kind === 'marker') continue;
    if (token.kind === 'end' && depth === 0) {
      close(token.start);
      continue;
    }
    start ??= token.start;
    if (token.kind !== 'word') continue;
    const word = token.text.toLowerCase();
    if (word === 'atomic' && words.at(-1) === 'begin' && words[0] === 'create') depth += 1;
    else if (depth > 0 && word === 'case') depth += 1;
    else if (depth > 0 && word === 'end') depth -= 1;
    words.push(word);
  }
  close(source.length);
  return pieces;
}

/** The parts of a file that lines such as `-- part: write` begin. What stands before the first is the part ''. */
export function splitParts(source: string): Part[] {
  const parts: Part[] = [];
  let open = { name: '', start: 0 };
  for (const token of tokensOf(source)) {
    if (token.kind !== 'marker') continue;
    parts.push({ ...open, text: source.slice(open.start, token.start) });
    open = { name: marker.exec(token.text)?.[1] ?? '', start: token.start + token.text.length };
  }
  parts.push({ ...open, text: source.slice(open.start) });
  return parts;
}

/** How many characters PostgreSQL counts before a place: those beyond the basic plane are one to it and two to us. */
export const charactersBefore = (source: string, start: number): number => Array.from(source.slice(0, start)).length;

function* tokensOf(source: string): Generator<Token> {
  tokenPattern.lastIndex = 0;
  const pattern = new RegExp(tokenPattern);
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const text = match[0];
    const start = match.index;
    if (text.startsWith('--')) {
      const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
      if (marker.test(text) && line.trim() === '') yield { kind: 'marker', text, start };
    } else if (text === '/*') pattern.lastIndex = endOfComment(source, start);
    else if (/^\$\w*\$$/.test(text)) {
      const end = source.indexOf(text, start + text.length);
      pattern.lastIndex = end < 0 ? source.length : end + text.length;
      yield { kind: 'other', text, start };
    } else if (text === ';') yield { kind: 'end', text, start };
    else yield { kind: /^[A-Za-z_][\w$]*$/.test(text) ? 'word' : 'other', text, start };
  }
}

/** Block comments nest in PostgreSQL. */
function endOfComment(source: string, start: number): number {
  let depth = 0;
  for (let index = start; index < source.length; index++) {
    const two = source.slice(index, index + 2);
    if (two === '/*') depth += 1;
    else if (two === '*/') depth -= 1;
    else continue;
    index += 1;
    if (depth === 0) return index + 1;
  }
  return source.length;
}
