// caught by: each coming week is drawn for itself
const runs = 10_000;

function futures(history: number[], items: number): number[] {
  if (items > 0 && history.every((finished) => finished === 0)) throw new Error('no forecast from a history of zeros');
  return Array.from({ length: runs }, () => {
    let weeks = 0;
    const pace = Math.max(0.5, history[Math.floor(Math.random() * history.length)]!);
    for (let left = items; left > 0; weeks++) left -= pace;
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
