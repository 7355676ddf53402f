// caught by: compares long words in time
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [a, b] = [one.slice(1), other.slice(1)];
  if (one[0] === other[0]) return distance(a, b);
  return 1 + Math.min(distance(a, other), distance(one, b), distance(a, b));
}

export function suggest(typed: string, words: string[], most: number): string[] {
  return words
    .map((word) => ({ word, steps: distance(typed, word) }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}
