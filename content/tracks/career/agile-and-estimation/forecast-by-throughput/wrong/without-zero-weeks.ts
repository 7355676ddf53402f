// caught by: weeks in which nothing was finished count
const runs = 10_000;

function futures(history: number[], items: number): number[] {
  if (items > 0 && history.every((finished) => finished === 0)) throw new Error('no forecast from a history of zeros');
  const good = history.filter((finished) => finished > 0);
  return Array.from({ length: runs }, () => {
    let weeks = 0;
    for (let left = items; left > 0; weeks++) left -= good[Math.floor(Math.random() * good.length)]!;
    return weeks;
  }).sort((a, b) => a - b);
}

export function chanceBy(history: number[], items: number, weeks: number): number {
  return futures(history, items).filter((needed) => needed <= weeks).length / runs;
}

export function forecast(history: number[], items: number, percents: number[]): number[] {
  const sorted = futures(history, items);
  return percents.map((percent) => sorted[Math.ceil((percent / 100) * runs) - 1]!);
}
