type Query = { text: string; values: unknown[] };
type Piece = string | { value: unknown };

/** The pieces of each query we made, known by identity. */
const piecesOf = new WeakMap<object, Piece[]>();

export function sql(strings: TemplateStringsArray, ...values: unknown[]): Query {
  const pieces: Piece[] = [];
  strings.forEach((text, i) => {
    pieces.push(text);
    if (i >= values.length) return;
    const value = values[i];
    if (value === undefined) throw new TypeError('a value is undefined');
    const inner = typeof value === 'object' && value !== null ? piecesOf.get(value) : undefined;
    pieces.push(...(inner ?? [{ value }]));
  });
  return toQuery(pieces);
}

export function join(fragments: Query[], separator: string): Query {
  if (fragments.length === 0) throw new TypeError('nothing to join');
  return toQuery(fragments.flatMap((fragment, i) => [...(i > 0 ? [separator] : []), ...piecesOf.get(fragment)!]));
}

function toQuery(pieces: Piece[]): Query {
  const values: unknown[] = [];
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : `$${values.push(piece.value)}`)).join('');
  const query = { text, values };
  piecesOf.set(query, pieces);
  return query;
}
