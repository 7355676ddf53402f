// caught by: takes a replaced letter for one step
/** The cell of row i and column j is the distance of the first i letters of one from the first j of the other. */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 2);
      row.push(Math.min(above[j] + 1, row[j - 1] + 1, replaced));
    }
    above = row;
  }
  return above[other.length];
}

export function suggest(typed: string, words: string[], most: number): string[] {
  return words
    .map((word) => ({ word, steps: distance(typed, word) }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}
