// caught by: promises more weeks for a higher percentage, and more than the average pace would need
function pace(history: number[]): number {
  const total = history.reduce((sum, finished) => sum + finished, 0);
  return total / history.length;
}

export function chanceBy(history: number[], items: number, weeks: number): number {
  if (items === 0) return 1;
  if (!(pace(history) > 0)) throw new Error('nothing was finished');
  return pace(history) * weeks >= items ? 1 : 0;
}

export function forecast(history: number[], items: number, percents: number[]): number[] {
  if (items === 0) return percents.map(() => 0);
  if (!(pace(history) > 0)) throw new Error('nothing was finished');
  return percents.map(() => Math.ceil(items / pace(history)));
}
