// caught by: promises more weeks for a higher percentage, and more than the average pace would need
export function chanceBy(history: number[], items: number, weeks: number): number {
  if (items === 0) return 1;
  if (history.every((finished) => finished === 0)) throw new Error('nothing was finished');
  return history.filter((finished) => finished * weeks >= items).length / history.length;
}

export function forecast(history: number[], items: number, percents: number[]): number[] {
  if (items === 0) return percents.map(() => 0);
  if (history.every((finished) => finished === 0)) throw new Error('nothing was finished');
  const sorted = history.toSorted((a, b) => a - b);
  return percents.map((percent) => Math.ceil(items / sorted[Math.ceil((percent / 100) * sorted.length) - 1]!));
}
