// caught by: finds a letter that is missing at the beginning
function distance(one: string, other: string): number {
  let steps = Math.abs(one.length - other.length);
  for (let i = 0; i < Math.min(one.length, other.length); i++) if (one[i] !== other[i]) steps++;
  return steps;
}

export function suggest(typed: string, words: string[], most: number): string[] {
  return words
    .map((word) => ({ word, steps: distance(typed, word) }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}
