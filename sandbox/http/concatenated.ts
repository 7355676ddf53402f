/**
 * Whether a value that came with a request was written into a statement instead of being sent beside it. Judged by the
 * text alone, so it is a strong hint and no proof; a test that must be sure sends a value with an apostrophe and looks
 * at what the service does with it. Said to be concatenated is a statement in which
 *
 * 1. a value with a character that no name and no number has (`O'Hara`, `x@y.test`, `a;b`) stands as it is, or with
 *    its apostrophes doubled, or
 * 2. a quoted literal holds a value of three characters or more that is no plain lower-case word, or
 * 3. a number of four digits or more stands as a number, or
 * 4. a value of any sort is a literal, or stands in one, and another request of the same test put its own value there.
 *
 * Not seen are short values that only one request sent, plain words that only one request sent (`paid` may be a
 * constant of theirs), values that were encoded, cut or computed on the way, and names (a sort column has to be written
 * into the text, from a list of those that are allowed).
 */
export type SentStatement = { text: string; /** Which request it was sent for. */ request: number };

export function concatenatedOf(statements: SentStatement[], valuesOf: (request: number) => string[]): boolean[] {
  const found = statements.map(({ text, request }) => ({
    literals: literalsOf(text),
    values: valuesOf(request),
    text,
    request,
  }));
  return found.map((one) => {
    if (one.values.some((value) => isTelling(value) && standsIn(one.text, value))) return true;
    return one.literals.parts.some((literal, index) => {
      const held = one.values.filter((value) => holds(literal, value));
      if (held.length === 0) return false;
      if (held.some((value) => isUnlikely(literal, value))) return true;
      return found.some((other) => {
        const theirs = other.literals.parts[index];
        if (other.request === one.request || other.literals.shape !== one.literals.shape || theirs === undefined)
          return false;
        return theirs.text !== literal.text && other.values.some((value) => holds(theirs, value));
      });
    });
  });
}

/** Leaves of what came with a request that could have been written into a text. */
export function valuesOfRequest(url: string, headers: [string, string][], body: string): string[] {
  const { pathname, searchParams } = new URL(url);
  const values = [...pathname.split('/').map(decoded), ...searchParams.values()];
  for (const [name, value] of headers)
    if (!/^(content-type|content-length|accept|host)$/i.test(name)) values.push(value);
  if (body !== '') {
    try {
      addLeaves(JSON.parse(body), values);
    } catch {
      values.push(body, ...new URLSearchParams(body).values());
    }
  }
  return [...new Set(values.filter((value) => value !== ''))];
}

type Literal = { text: string; isNumber: boolean };

const isTelling = (value: string): boolean => value.length >= 3 && /[^\w\s.,:+-]/.test(value);
const standsIn = (text: string, value: string): boolean =>
  text.includes(value) || text.includes(value.replaceAll("'", "''"));
const holds = (literal: Literal, value: string): boolean =>
  literal.isNumber
    ? literal.text === value
    : literal.text === value || (value.length >= 3 && literal.text.includes(value));
const isUnlikely = (literal: Literal, value: string): boolean =>
  literal.isNumber ? value.replace(/\D/g, '').length >= 4 : value.length >= 3 && !/^[a-z_]+$/.test(value);

/** Quoted texts and numbers in order, and the statement with a hole for each. */
function literalsOf(text: string): { parts: Literal[]; shape: string } {
  const parts: Literal[] = [];
  const pattern = /'((?:[^']|'')*)'|\$([A-Za-z_]*)\$(.*?)\$\2\$|(?<![\w$.])(-?\d+(?:\.\d+)?)(?![\w.])/gs;
  const shape = text.replace(pattern, (_all, quoted?: string, _tag?: string, dollars?: string, number?: string) => {
    parts.push(
      number === undefined
        ? { text: quoted?.replaceAll("''", "'") ?? dollars ?? '', isNumber: false }
        : { text: number, isNumber: true },
    );
    return '?';
  });
  return { parts, shape };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function addLeaves(value: unknown, values: string[]): void {
  if (typeof value === 'string') values.push(value);
  else if (typeof value === 'number') values.push(String(value));
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) addLeaves(item, values);
}
