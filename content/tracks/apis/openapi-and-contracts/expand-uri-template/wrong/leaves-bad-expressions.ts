// caught by: refuses what is no expression of level 1 or 2
const unreserved = /^[A-Za-z0-9\-._~]$/;
const unreservedOrReserved = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]$/;

/** encodeURIComponent leaves five characters alone that are reserved. */
const percentEncode = (character: string) =>
  encodeURIComponent(character).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

const encodeAll = (text: string) =>
  Array.from(text, (character) => (unreserved.test(character) ? character : percentEncode(character))).join('');

/** Keeps what may stand in an address, encoded bytes included. */
const encodeRest = (text: string) =>
  text.replace(/%[0-9A-Fa-f]{2}|./gsu, (piece) =>
    piece.length === 3 || unreservedOrReserved.test(piece) ? piece : percentEncode(piece),
  );

export function expand(template: string, variables: Record<string, string | null>): string {
  return template.replace(/\{([^{}]*)\}|[^{}]+|[{}]/g, (piece, expression: string | undefined) => {
    if (expression === undefined) {
      if (piece === '{' || piece === '}') throw new Error(`a ${piece} without its partner in ${template}`);
      return encodeRest(piece);
    }
    const parts = /^([+#]?)([A-Za-z0-9_][A-Za-z0-9_.]*)$/.exec(expression);
    if (!parts) return piece;
    const [, operator, name] = parts as unknown as [string, string, string];
    const value = Object.hasOwn(variables, name) ? variables[name] : null;
    if (value === null || value === undefined) return '';
    if (operator === '') return encodeAll(value);
    return (operator === '#' ? '#' : '') + encodeRest(value);
  });
}
