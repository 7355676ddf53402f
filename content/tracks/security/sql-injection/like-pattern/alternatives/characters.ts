const special = new Set(['\\', '%', '_']);

export function containsPattern(term: string): string {
  const literal = [...term].map((character) => (special.has(character) ? `\\${character}` : character));
  return ['%', ...literal, '%'].join('');
}
