export function chanceBy(history: number[], items: number, weeks: number): number {
  let week = 0;
  for (const done of chancesByWeek(history, items)) if (week++ === weeks) return done;
  return 0;
}

export function forecast(history: number[], items: number, percents: number[]): number[] {
  const highest = Math.max(...percents, 0);
  const chances: number[] = [];
  for (const done of chancesByWeek(history, items)) {
    chances.push(done);
    if (done * 100 >= highest) break;
  }
  return percents.map((percent) => chances.findIndex((done) => done * 100 >= percent));
}

/** The chance of having finished after 0, 1, 2, … weeks, without end. */
function* chancesByWeek(history: number[], items: number): Generator<number> {
  if (items === 0) while (true) yield 1;
  if (!history.some((finished) => finished > 0)) throw new Error('Nothing was ever finished');
  // chances[n]: n items are finished; the last place stands for all of them, or more.
  let chances: number[] = Array.from({ length: items + 1 }, (_, finished) => (finished === 0 ? 1 : 0));
  while (true) {
    yield chances[items]!;
    const next: number[] = new Array(items + 1).fill(0);
    for (const [finished, chance] of chances.entries()) {
      for (const more of history) next[Math.min(items, finished + more)]! += chance / history.length;
    }
    chances = next;
  }
}
