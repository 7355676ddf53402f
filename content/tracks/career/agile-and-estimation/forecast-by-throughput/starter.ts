export function chanceBy(history: number[], items: number, weeks: number): number {
  return 0;
}

export function forecast(history: number[], items: number, percents: number[]): number[] {
  return [];
}
